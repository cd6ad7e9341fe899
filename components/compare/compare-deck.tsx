import { Deck } from '@/components/player/deck'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { letterAt } from './compare-views'
import type { ClockState, SharedClock } from './shared-clock'

type CompareDeckProps = {
  clock: SharedClock
  state: ClockState
  tasks: readonly Task[]
  onFullScreen: () => void
}

/** The one transport of all clips, and whose sound is heard. */
export function CompareDeck({ clock, state, tasks, onFullScreen }: CompareDeckProps) {
  const { t } = useI18n()
  const hear = (
    <>
      <span aria-hidden className="me-2 text-xs whitespace-nowrap text-ink-faint">
        {t('compare.hear')}
      </span>
      <Segmented
        label={t('compare.hear')}
        value={state.muted ? '' : (state.heard ?? '')}
        segments={tasks.map(({ id }, at) => ({ value: id, label: letterAt(at) }))}
        onChange={clock.hear}
        className="me-1.5"
      />
    </>
  )
  return (
    <Deck
      player={clock}
      state={state}
      onFullScreen={onFullScreen}
      lead={hear}
      className="border-y"
    />
  )
}
