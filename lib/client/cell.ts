import { useSyncExternalStore } from 'react'

/** A value outside React that any number of components follow, each only the part it draws. */
export type Cell<Value> = {
  get: () => Value
  set: (value: Value) => void
  subscribe: (listener: () => void) => () => void
}

export function cell<Value>(initial: Value): Cell<Value> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `part` must give equal values for equal content: a text, a number, a flag, or a kept object. */
export function useCell<Value, Part>(
  { get, subscribe }: Cell<Value>,
  part: (value: Value) => Part,
) {
  const read = () => part(get())
  return useSyncExternalStore(subscribe, read, read)
}
