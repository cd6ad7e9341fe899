import type { IconName } from '@/components/ui/icon-name'
import { isSpent } from '@/lib/models/asset-status'
import type { Fix } from '@/lib/models/fixes'
import type { AssetLibrary, AssetStatus } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import type { RuleBreak } from './asset-rules'

export type AssetState = AssetStatus | 'none'

export function stateIn({ assets }: Media, library: AssetLibrary): AssetState {
  return assets[library]?.status ?? 'none'
}

type Look = { icon: IconName; tone: string }

const looks: Record<'none' | 'moving' | 'ok' | 'bad' | 'unsure', Look> = {
  none: { icon: 'circle-dashed', tone: 'text-ink-faint' },
  moving: { icon: 'clock', tone: 'text-warn' },
  ok: { icon: 'circle-check', tone: 'text-ok' },
  bad: { icon: 'circle-exclamation-point', tone: 'text-bad' },
  unsure: { icon: 'circle-exclamation-point', tone: 'text-unsure' },
}

export const stateLook: Record<AssetState, Look> = {
  none: looks.none,
  submitting: looks.moving,
  in_review: looks.moving,
  active: looks.ok,
  rejected: looks.bad,
  failed: looks.bad,
  expired: looks.unsure,
  unconfirmed: looks.unsure,
}

/** Nothing of it is in the library or on its way there: it may be submitted, or submitted again. */
export function isOpen(state: AssetState): boolean {
  return state === 'none' || isSpent(state)
}

/** What the bar's button would submit, and what a rule would have refused. */
export function submittable(
  items: readonly Media[],
  library: AssetLibrary,
  ruleOf: (media: Media) => RuleBreak | null,
): { ready: Media[]; held: Media[] } {
  const open = items.filter((media) => isOpen(stateIn(media, library)))
  return {
    ready: open.filter((media) => ruleOf(media) === null),
    held: open.filter((media) => ruleOf(media) !== null),
  }
}

/** The one next step that a cell offers. */
export type CellAction =
  | { does: 'fix'; fix: Fix; again: boolean }
  | { does: 'submit'; word: 'resubmit' | 'retry' | 'again' }

const submitWord = {
  rejected: 'resubmit',
  failed: 'retry',
  expired: 'again',
  unconfirmed: 'again',
} as const

export function cellAction(state: AssetState, rule: RuleBreak | null): CellAction | null {
  if (!isOpen(state)) return null
  if (rule?.fix) return { does: 'fix', fix: rule.fix, again: state !== 'none' }
  const word = submitWord[state as keyof typeof submitWord]
  return word === undefined ? null : { does: 'submit', word }
}
