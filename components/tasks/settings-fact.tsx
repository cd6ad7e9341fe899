'use client'

import type { ReactNode } from 'react'
import { useIssueWords } from '@/components/composer/use-issue-words'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { modeOf } from '@/lib/models/capabilities'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'
import { outputFacts } from './task-facts'
import { useTaskActions } from './use-task-actions'

export function SettingsFact({ task }: { task: Task }) {
  const { t, has, format } = useI18n()
  const { copyCurl } = useTaskActions(task)
  const { ratio, resolution, seconds } = outputFacts(task)
  const { width, height, bytes } = task.result ?? {}
  const lineKey = `composer.line.${task.line}.name`
  return (
    <Fact title={t('task.settings')}>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)_64px_minmax(0,1fr)] items-baseline gap-x-2 gap-y-1.25">
        <Pair name={t('task.model')} wide>
          <span className="font-mono">{task.model}</span>
          {has(lineKey) && <span className="ms-2 text-xs text-ink-faint">{t(lineKey)}</span>}
        </Pair>
        <Pair name={t('task.mode')}>{t(`task.modes.${modeOf(task.input)}`)}</Pair>
        <Pair name={t('task.length')}>{format.number(seconds)}</Pair>
        <Pair name={t('task.ratio')}>{ratio}</Pair>
        <Pair name={t('task.resolution')}>{resolution}</Pair>
        {width && height && (
          <Pair name={t('task.pixels')}>
            {width} × {height}
          </Pair>
        )}
        {bytes && <Pair name={t('task.file')}>{format.bytes(bytes)}</Pair>}
        <Pair name={t('task.gatewayTask')} wide>
          <span className="flex items-center gap-2">
            <span className="min-w-0 truncate font-mono">{task.gateway_task_id ?? '–'}</span>
            <Button kind="ghost" size="sm" className="-my-1" onClick={() => void copyCurl()}>
              <Icon name="terminal" size={14} />
              {t('task.copyCurl')}
            </Button>
          </span>
        </Pair>
      </dl>
      <Warnings task={task} />
    </Fact>
  )
}

type PairProps = { name: string; wide?: boolean; children: ReactNode }

function Pair({ name, wide = false, children }: PairProps) {
  return (
    <div
      className={cx('grid grid-cols-subgrid items-baseline', wide ? 'col-span-4' : 'col-span-2')}
    >
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd className={cx('min-w-0', wide ? 'col-span-3' : 'whitespace-nowrap')}>{children}</dd>
    </div>
  )
}

function Warnings({ task }: { task: Task }) {
  const { t } = useI18n()
  const words = useIssueWords()
  if (task.warnings.length === 0) return null
  return (
    <div className="mt-3 text-xs text-ink-soft">
      <p className="font-medium text-warn">{t('task.warnings')}</p>
      <ul className="mt-1 grid gap-1">
        {task.warnings.map((warning) => (
          <li key={`${warning.field} ${warning.code}`}>{words(warning)}</li>
        ))}
      </ul>
    </div>
  )
}
