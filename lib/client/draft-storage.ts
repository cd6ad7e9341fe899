import { asText, asWords, fieldsIn, itemsIn } from '@/lib/models/lenient'
import { settleDraft } from '@/lib/models/settle-draft'
import { readAttempt } from './draft-attempt'
import type { DraftState, OpenDraft } from './draft-state'

export const storageKey = 'dailies.drafts'

/** Set while drafts are stored: the server cannot show them and then leaves their place blank. */
export const draftCookie = 'drafts'

/** What is kept of the state. The change line and a closed draft end with the page. */
export function serialize({ active, open }: DraftState): string {
  return JSON.stringify({
    active,
    open: open.map(({ id, title, draft, attempt }) => ({ id, title, draft, attempt })),
  })
}

/**
 * The stored drafts, repaired where an older version or a damaged store left them
 * unfit; null when nothing usable is stored.
 */
export function deserialize(text: string | null): DraftState | null {
  if (text === null) return null
  const stored = fieldsIn(parseJson(text))
  const open = itemsIn(stored.open, readEntry)
  const front = open.find(({ id }) => id === stored.active) ?? open[0]
  return front === undefined ? null : { active: front.id, open, closed: null }
}

function readEntry(value: unknown): OpenDraft | undefined {
  const entry = fieldsIn(value)
  const id = asWords(entry.id)
  if (id === undefined) return undefined
  return {
    id,
    title: asText(entry.title) ?? null,
    draft: settleDraft(entry.draft),
    attempt: readAttempt(entry.attempt),
    change: null,
    revision: 0,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
