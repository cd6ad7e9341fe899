import { createContext, useContext, useSyncExternalStore } from 'react'

/** The moment of the server's render, so that the first render in the browser reads the same. */
export const RenderedAt = createContext(0)

const listeners = new Set<() => void>()
let second = 0
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    second = Date.now()
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const ignore = () => () => {}

function snapshot(): number {
  if (Date.now() - second >= 1000) second = Date.now()
  return second
}

/** Milliseconds since the epoch, anew each second while `ticking`; one timer serves the whole page. */
export function useNow(ticking: boolean): number {
  const renderedAt = useContext(RenderedAt)
  return useSyncExternalStore(ticking ? subscribe : ignore, snapshot, () => renderedAt)
}
