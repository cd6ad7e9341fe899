import { useSyncExternalStore } from 'react'

export type Notice = {
  id: number
  text: string
  tone: 'plain' | 'bad'
  action?: { label: string; run: () => void }
}

const listeners = new Set<() => void>()
let current: Notice | null = null
let count = 0

function set(notice: Notice | null): void {
  current = notice
  for (const listener of listeners) listener()
}

/** Says one thing at the foot of the screen; a newer one takes its place. */
export function notify(notice: Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }): void {
  set({ tone: 'plain', ...notice, id: ++count })
}

export function dismissNotice(id: number): void {
  if (current?.id === id) set(null)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useNotice(): Notice | null {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  )
}
