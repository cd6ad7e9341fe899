import { late } from '@/lib/client/late'

/** What the composer's first screen does without. */
export const parts = {
  picker: late(() => import('./model-picker')),
  material: late(async () => {
    const [{ Material }, { PromptFlags }, { PayLines }] = await Promise.all([
      import('./material'),
      import('./prompt-flags'),
      import('./pay-lines'),
    ])
    return { Material, PromptFlags, PayLines }
  }),
  attach: late(async () => {
    const [{ attachFiles }, { DropOverlay }] = await Promise.all([
      import('@/lib/client/attach-files'),
      import('./drop-overlay'),
    ])
    return { attachFiles, DropOverlay }
  }),
  changes: late(() => import('./change-words')),
  drafts: late(() => import('./draft-strip')),
  mentions: late(() => import('./mention-list')),
  modes: late(() => import('@/lib/client/change-mode')),
  send: late(() => import('@/lib/client/send-draft')),
}

/** Fetches them all: whoever comes to the form will want them in a moment. */
export function loadParts(): void {
  void Promise.allSettled(Object.values(parts).map(({ load }) => load()))
}
