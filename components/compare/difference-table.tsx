'use client'

import { useMemo, useState } from 'react'
import { shownCost } from '@/components/tasks/task-facts'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { useHydrating } from '@/lib/client/use-hydrating'
import { useMediaItems } from '@/lib/client/use-media-items'
import type { Task } from '@/lib/schemas/task'
import { letterAt } from './compare-views'
import {
  leastOf,
  makingSeconds,
  settingDifferences,
  settingRows,
  type SettingRow,
} from './difference-rows'
import { markDifferences } from './diff-words'
import { PickHead } from './pick-head'
import { SettingCell } from './setting-cell'
import { useBestWords } from './use-best-words'

type DifferenceTableProps = {
  tasks: readonly Task[]
  onPick: ((id: string) => void) | null
  onUnpick: (id: string) => void
}

/** Below the clips: only the settings in which they differ, and one sentence for the rest. */
export function DifferenceTable({ tasks, onPick, onUnpick }: DifferenceTableProps) {
  const { t, locale } = useI18n()
  const [whole, setWhole] = useState(false)
  useMediaItems(useMemo(() => [...new Set(tasks.flatMap(({ material }) => material))], [tasks]))
  const { differ, same } = settingDifferences(tasks)
  // Servers and browsers divide texts into words each in their own way.
  const hydrating = useHydrating()
  const prompts = useMemo(() => {
    const texts = tasks.map(({ input }) => input.prompt.trim())
    return hydrating
      ? texts.map((text) => [{ text, differs: false }])
      : markDifferences(texts, locale)
  }, [tasks, locale, hydrating])
  const best = useBestWords()
  const bests: Partial<Record<SettingRow, string[]>> = {
    charged: best.charge(leastOf(tasks.map(shownCost)), tasks.length),
    making: best.time(leastOf(tasks.map(makingSeconds)), tasks.length),
  }
  const rows = whole
    ? settingRows.filter((row) => differ.includes(row) || same.includes(row))
    : differ
  const cell = 'border-t py-1 pe-3.5 text-start align-top leading-5 font-normal'
  const head = 'sticky left-0 z-1 w-31 bg-bg text-xs text-ink-faint max-sm:w-21'
  return (
    <section
      aria-label={t('compare.differs')}
      className="min-w-0 bg-bg px-5 pt-2 pb-2.5 max-sm:px-3"
    >
      {/* Positioned: hidden words in it would widen the page. */}
      <div className="relative scroll-quiet overflow-x-auto" tabIndex={-1}>
        <table
          className={cx(
            'w-full table-fixed border-collapse',
            tasks.length > 2 && 'max-sm:min-w-165',
          )}
        >
          <thead>
            <tr>
              <th scope="col" className={cx(head, 'pb-2 text-start')}>
                <h2 className="text-sm font-semibold text-ink">{t('compare.differs')}</h2>
              </th>
              {tasks.map((task, at) => (
                <th key={task.id} scope="col" className="pe-3.5 pb-2 text-start font-normal">
                  <PickHead
                    task={task}
                    letter={letterAt(at)}
                    onPick={onPick && (() => onPick(task.id))}
                    onUnpick={() => onUnpick(task.id)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row" className={cx(cell, head)}>
                  {t(`compare.rows.${row}`)}
                </th>
                {tasks.map((task, at) => (
                  <td key={task.id} className={cell}>
                    <SettingCell task={task} row={row} prompt={prompts[at] ?? []} whole={whole} />
                    {bests[row]?.[at] && (
                      <span className="ms-1.5 text-xs text-ok">{bests[row][at]}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 border-t pt-2 text-ink-faint">
        <span>
          {differ.length === 0
            ? t('compare.allSame')
            : t('compare.same', { list: same.map((row) => t(`compare.rows.${row}`)).join(', ') })}
        </span>
        <Button kind="ghost" size="sm" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? 'task.less' : 'task.all')}
        </Button>
      </p>
    </section>
  )
}
