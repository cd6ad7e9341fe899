import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Fix } from '@/lib/models/fix'
import type { Bounds } from '@/lib/models/limit'
import type { Media } from '@/lib/schemas/media'
import { RangeSlider } from './range-slider'
import { usePart } from './use-part'

type Wanted = Extract<Fix, { fix: 'trim' | 'cut' | 'frame' }>

type TrimDialogProps = {
  media: Media
  /** What it opens with: a stretch of it, or a moment. */
  wanted: Wanted
  /** Seconds that the model takes. */
  bounds: Bounds
  working: boolean
  onChoose: (fix: Wanted) => void
  onClose: () => void
}

const words = {
  trim: { title: 'material.trim.clipTitle', go: 'material.trim.trim' },
  cut: { title: 'material.trim.soundTitle', go: 'material.trim.cut' },
  frame: { title: 'material.trim.frameTitle', go: 'material.trim.frame' },
} as const

/** Seconds. */
const step = 0.1
const shortest = 0.5

/** Chooses a stretch of a clip or a sound, or a moment of a clip, while looking at it. */
export function TrimDialog({ media, wanted, bounds, working, onChoose, onClose }: TrimDialogProps) {
  const { t } = useI18n()
  const whole = media.duration ?? 0
  const [start, setStart] = useState(wanted.fix === 'frame' ? wanted.at : wanted.start)
  const [end, setEnd] = useState(wanted.fix === 'frame' ? whole : Math.min(wanted.end, whole))
  const { player, ...part } = usePart(start, end)
  const { title, go } = words[wanted.fix]
  const moment = wanted.fix === 'frame'

  const moveStart = (to: number) => {
    const next = moment ? to : Math.min(to, end - shortest)
    setStart(next)
    part.show(next)
  }
  const moveEnd = (to: number) => {
    const next = Math.max(to, start + shortest)
    setEnd(next)
    part.show(next)
  }
  const choose = () => {
    if (working) return
    if (wanted.fix === 'frame') onChoose({ fix: 'frame', at: start })
    else onChoose({ fix: wanted.fix, start, end })
  }

  return (
    <Dialog open onClose={onClose} title={t(title)} description={t('material.trim.original')}>
      <div className="grid gap-4">
        <video
          ref={player}
          src={media.content_url}
          preload="auto"
          playsInline
          muted={moment}
          aria-label={t('material.trim.preview')}
          onLoadedMetadata={() => part.show(start)}
          onTimeUpdate={part.onTimeUpdate}
          onPause={part.onPause}
          className={
            media.kind === 'audio'
              ? 'h-0 w-full'
              : 'max-h-[46dvh] w-full rounded-md bg-stage object-contain'
          }
        />
        <RangeSlider
          min={0}
          max={whole}
          step={step}
          start={start}
          end={moment ? null : end}
          labels={{
            start: t(moment ? 'material.trim.time' : 'material.trim.start'),
            end: t('material.trim.end'),
          }}
          textOf={(seconds) => t('material.trim.at', { seconds: seconds.toFixed(1) })}
          onStart={moveStart}
          onEnd={moveEnd}
        />
        <div className="flex items-center gap-3">
          {!moment && (
            <Button kind="quiet" onClick={part.toggle}>
              <Icon name={part.playing ? 'pause' : 'play'} size={14} filled />
              {t(part.playing ? 'material.trim.pause' : 'material.trim.play')}
            </Button>
          )}
          <output className="flex-1 text-ink-soft">
            {t('material.trim.length', { seconds: (moment ? start : end - start).toFixed(1) })}
            {!moment && <LengthHint seconds={end - start} bounds={bounds} />}
          </output>
          <Button aria-disabled={working} onClick={choose}>
            {t(working ? 'material.fix.working' : go)}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Whether the stretch fits the model. */
function LengthHint({ seconds, bounds }: { seconds: number; bounds: Bounds }) {
  const { t } = useI18n()
  const { min = 0, max = Infinity } = bounds
  if (max === Infinity) return null
  const fits = seconds >= min && seconds <= max
  return (
    <span className={cx('block text-xs', fits ? 'text-ink-faint' : 'text-warn')}>
      {t('material.trim.limit', { min, max })}
    </span>
  )
}
