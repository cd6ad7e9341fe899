'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { parseMentions } from '@/lib/models/mentions'
import type { Task } from '@/lib/schemas/task'
import { CostFact } from './cost-fact'
import { Fact } from './fact'
import { MaterialFact } from './material-fact'
import { SettingsFact } from './settings-fact'
import { StatesFact } from './states-fact'
import { useTaskActions } from './use-task-actions'

export function TaskAside({ task }: { task: Task }) {
  const { t } = useI18n()
  const { copyPrompt } = useTaskActions(task)
  return (
    <aside
      aria-label={t('task.facts')}
      className="scroll-quiet bg-raised px-4 pb-4 desk:overflow-auto"
    >
      <Fact
        title={t('task.prompt')}
        end={
          <Button kind="ghost" size="sm" onClick={() => void copyPrompt()}>
            <Icon name="copy" size={14} />
            {t('task.copy')}
          </Button>
        }
      >
        <PromptText prompt={task.input.prompt} />
      </Fact>
      <MaterialFact task={task} />
      <SettingsFact task={task} />
      <CostFact task={task} />
      <StatesFact task={task} />
    </aside>
  )
}

/** The whole prompt, its mentions set off as in the form. */
function PromptText({ prompt }: { prompt: string }) {
  const mentions = parseMentions(prompt)
  const parts = mentions.flatMap(({ start, end }, index) => [
    prompt.slice(mentions[index - 1]?.end ?? 0, start),
    prompt.slice(start, end),
  ])
  const rest = prompt.slice(mentions.at(-1)?.end ?? 0)
  return (
    <p className="text-lg text-pretty wrap-anywhere whitespace-pre-wrap">
      {[...parts, rest].map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="mx-px rounded-[5px] bg-hover px-1 font-medium">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  )
}
