/** Why the server turned this browser away: nobody is signed in any more, or not with that right. */
export type Refusal = 'unauthorized' | 'forbidden'

const listeners = new Set<() => void>()
let current: Refusal | null = null

function set(refusal: Refusal | null): void {
  if (current === refusal) return
  current = refusal
  for (const listener of listeners) listener()
}

/** Takes note of an error code of ours; the others say nothing about who one is. */
export function noteRefusal(code: string): void {
  if (code === 'unauthorized' || code === 'forbidden') set(code)
}

/** The server answered: somebody is signed in again, in another tab perhaps. */
export function noteAnswer(): void {
  if (current === 'unauthorized') set(null)
}

export function dismissRefusal(): void {
  set(null)
}

export function currentRefusal(): Refusal | null {
  return current
}

export function onRefusal(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
