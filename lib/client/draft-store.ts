import { useSyncExternalStore } from 'react'
import { initialState, type DraftState } from './draft-state'
import { deserialize, draftCookie, serialize, storageKey } from './draft-storage'
import { remember } from './remember'

const saveAfterMs = 300

const serverState = initialState()
const listeners = new Set<() => void>()
let state: DraftState | null = null
let timer: ReturnType<typeof setTimeout> | null = null

/** The present drafts. The first call in a browser reads what an earlier page left. */
export function getDrafts(): DraftState {
  if (typeof window === 'undefined') return serverState
  state ??= start()
  return state
}

export function setDrafts(next: DraftState): void {
  if (next === state) return
  state = next
  timer ??= setTimeout(saveDrafts, saveAfterMs)
  for (const listener of listeners) listener()
}

let marked = false

/** Once per page: writing a cookie stops the page for as long as a render takes. */
function markDrafted(): void {
  if (!marked) remember(draftCookie, '1')
  marked = true
}

/** Writes now what would be written within the next moment. */
export function saveDrafts(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  try {
    localStorage.setItem(storageKey, serialize(getDrafts()))
    markDrafted()
  } catch {
    // Storage may be full or forbidden: the drafts then live as long as the page.
  }
}

export function subscribeDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A value read from the drafts; renders again only when that value changes, compared by `Object.is`. */
export function useDrafts<Value>(select: (state: DraftState) => Value): Value {
  return useSyncExternalStore(
    subscribeDrafts,
    () => select(getDrafts()),
    () => select(serverState),
  )
}

function start(): DraftState {
  window.addEventListener('pagehide', flush)
  window.addEventListener('blur', flush)
  document.addEventListener('visibilitychange', flush)
  window.addEventListener('storage', adopt)
  return readStored() ?? initialState()
}

function readStored(): DraftState | null {
  try {
    return deserialize(localStorage.getItem(storageKey))
  } catch {
    return null
  }
}

function flush(): void {
  if (timer !== null) saveDrafts()
}

/**
 * Takes over what another tab of the browser wrote, so that neither later overwrites the other
 * with something old. Which draft is in front stays each tab's own choice. Unsaved edits of this
 * tab win: they are written a moment later.
 */
function adopt(event: StorageEvent): void {
  if (event.key !== storageKey || timer !== null || state === null) return
  const stored = deserialize(event.newValue)
  if (stored === null) return
  const before = state
  const open = stored.open.map((entry) => {
    const mine = before.open.find(({ id }) => id === entry.id)
    if (mine === undefined) return entry
    const same = JSON.stringify(mine.draft) === JSON.stringify(entry.draft)
    return same ? { ...mine, attempt: entry.attempt } : { ...entry, revision: mine.revision + 1 }
  })
  const active = open.some(({ id }) => id === before.active) ? before.active : stored.active
  state = { active, open, closed: null }
  for (const listener of listeners) listener()
}
