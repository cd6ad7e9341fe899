'use client'

import { useMemo, useRef, useState, type ReactNode } from 'react'
import { toggleFullScreen } from '@/components/player/toggle-full-screen'
import { isAtLeast } from '@/lib/models/access'
import { useMember } from '@/lib/client/config'
import type { Task } from '@/lib/schemas/task'
import { CompareDeck } from './compare-deck'
import { CompareHead } from './compare-head'
import { CompareStage } from './compare-stage'
import { letterAt, type CompareView } from './compare-views'
import { DifferenceTable } from './difference-table'
import { useCompareKeys } from './use-compare-keys'
import { usePick } from './use-pick'
import { useSharedClock } from './use-shared-clock'

type CompareScreenProps = {
  /** Two to four clips that can be played. */
  tasks: readonly Task[]
  /** What is to be said about clips that are not among them. */
  remarks: ReactNode
  onClose: () => void
}

/** Clips side by side or over each other, all on one clock, and what differs between them. */
export function CompareScreen({ tasks, remarks, onClose }: CompareScreenProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<CompareView>('wipe')
  const first = tasks.find(({ result }) => result?.sound !== false) ?? tasks[0]
  const [clock, state] = useSharedClock(first?.id ?? null)
  const ids = useMemo(() => tasks.map(({ id }) => id), [tasks])
  const mayPick = isAtLeast(useMember(), 'creator')
  const { pick, unpick } = usePick(tasks, (id) => letterAt(ids.indexOf(id)))
  const onPick = mayPick ? pick : null
  const onFullScreen = () => void toggleFullScreen(stage.current)
  useCompareKeys({ clock, ids, onPick, onFullScreen, onClose })

  const pair = tasks.length === 2
  const view = pair ? chosen : 'beside'
  return (
    <main id="content" className="flex min-w-0 flex-1 flex-col bg-bg desk:h-dvh">
      <CompareHead ids={ids} view={view} onView={pair ? setChosen : null} onClose={onClose} />
      {remarks}
      <CompareStage ref={stage} clock={clock} state={state} tasks={tasks} view={view} />
      <CompareDeck clock={clock} state={state} tasks={tasks} onFullScreen={onFullScreen} />
      <div className="scroll-quiet desk:max-h-[38dvh] desk:shrink-0 desk:overflow-y-auto">
        <DifferenceTable tasks={tasks} onPick={onPick} onUnpick={unpick} />
      </div>
    </main>
  )
}
