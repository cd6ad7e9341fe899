'use client'

import { useRef, useState, type CSSProperties, type RefObject } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { frameRatio } from '@/components/tasks/task-facts'
import type { Task } from '@/lib/schemas/task'
import { CompareClip } from './compare-clip'
import { letterAt, type CompareView } from './compare-views'
import type { ClockState, SharedClock } from './shared-clock'
import { WipeHandle } from './wipe-handle'

type CompareStageProps = {
  ref: RefObject<HTMLDivElement | null>
  clock: SharedClock
  state: ClockState
  tasks: readonly Task[]
  view: CompareView
}

/** As large as the stage allows in the shape that all clips together have. */
const boxClass = [
  'relative grid gap-1 max-sm:gap-0.75',
  'aspect-(--narrow-ratio) sm:aspect-(--ratio)',
  'grid-cols-[repeat(var(--narrow-columns),minmax(0,1fr))] sm:grid-cols-[repeat(var(--columns),minmax(0,1fr))]',
  'auto-rows-fr w-[min(100cqw,62dvh*var(--narrow-ratio))] sm:w-[min(100cqw,62dvh*var(--ratio))] desk:w-[min(100cqw,100cqh*var(--ratio))]',
].join(' ')

/** The dark ground with the clips on it: one over the other, or beside each other in their true ratio. */
export function CompareStage({ ref, clock, state, tasks, view }: CompareStageProps) {
  const { t } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(50)
  const stacked = view !== 'beside'
  const ratio = Math.max(...tasks.map(frameRatio))
  const columns = stacked ? 1 : ratio < 1 ? tasks.length : 2
  const rows = stacked ? 1 : Math.ceil(tasks.length / columns)
  // Two landscape clips stand under each other where the window is narrow.
  const [narrow, narrowRatio] =
    columns === 2 && rows === 1 && ratio > 1 ? [1, ratio / 2] : [columns, (ratio * columns) / rows]
  const variables: Record<`--${string}`, number> = {
    '--ratio': (ratio * columns) / rows,
    '--columns': columns,
    '--narrow-ratio': narrowRatio,
    '--narrow-columns': narrow,
  }
  const shown = Math.max(
    0,
    tasks.findIndex(({ id }) => id === state.heard),
  )

  const press = () => {
    const other = tasks[(shown + 1) % tasks.length]
    if (view === 'flip' && other) clock.hear(other.id)
    else clock.toggle()
  }
  const styleOf = (at: number): CSSProperties | undefined => {
    if (view === 'wipe' && at === 1) return { clipPath: `inset(0 0 0 ${cut}%)` }
    return view === 'flip' && at !== shown ? { visibility: 'hidden' } : undefined
  }

  return (
    <div
      ref={ref}
      role="group"
      aria-label={t('task.player.label')}
      aria-busy={state.gathering}
      className="relative grid min-h-0 place-items-center overflow-hidden bg-stage max-desk:@container desk:[container-type:size] desk:min-h-60 desk:flex-1"
      style={variables}
    >
      <div ref={box} className={boxClass}>
        {tasks.map((task, at) => (
          <CompareClip
            key={task.id}
            clock={clock}
            task={task}
            letter={letterAt(at)}
            heard={state.heard === task.id && !state.muted}
            side={view === 'wipe' && at === 1 ? 'right' : 'left'}
            framed={!stacked}
            onPress={press}
            style={styleOf(at)}
            className={cx(stacked && 'col-start-1 row-start-1')}
          />
        ))}
        {view === 'wipe' && <WipeHandle cut={cut} over={box} onMove={setCut} />}
      </div>
      {state.failed && (
        <p className="absolute inset-0 grid place-items-center bg-stage text-white">
          {t('task.player.failed')}
        </p>
      )}
    </div>
  )
}
