import * as z from 'zod/mini'
import { draftSchema } from '@/lib/schemas/draft'
import { attemptSchema } from './draft-attempt'
import type { DraftState, OpenDraft } from './draft-state'

export const storageKey = 'dailies.drafts'

/** Set while drafts are stored: the server cannot show them and then leaves their place blank. */
export const draftCookie = 'drafts'

const storedSchema = z.object({
  active: z.string(),
  open: z.array(
    z.object({
      id: z.string().check(z.minLength(1)),
      title: z.catch(z.nullable(z.string()), null),
      draft: draftSchema,
      attempt: z.catch(z.nullable(attemptSchema), null),
    }),
  ),
})

/** What is kept of the state. The change line and a closed draft end with the page. */
export function serialize({ active, open }: DraftState): string {
  return JSON.stringify({
    active,
    open: open.map(({ id, title, draft, attempt }) => ({ id, title, draft, attempt })),
  })
}

/**
 * The stored drafts, repaired by `draftSchema` where an older version or a damaged store left them
 * unfit; null when nothing usable is stored.
 */
export function deserialize(text: string | null): DraftState | null {
  if (text === null) return null
  const stored = storedSchema.safeParse(parseJson(text))
  if (!stored.success) return null
  const open = stored.data.open.map((entry): OpenDraft => ({ ...entry, change: null, revision: 0 }))
  const first = open[0]
  if (first === undefined) return null
  const active = open.some(({ id }) => id === stored.data.active) ? stored.data.active : first.id
  return { active, open, closed: null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
