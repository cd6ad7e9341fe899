'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { CostFact } from './cost-fact'
import { Fact } from './fact'
import { LineageFact } from './lineage-fact'
import { MaterialFact } from './material-fact'
import { PromptText } from './prompt-text'
import { SettingsFact } from './settings-fact'
import { StatesFact } from './states-fact'
import { TeamFact } from './team-fact'
import { useTaskActions } from './use-task-actions'

type TaskAsideProps = {
  task: Task
  /** Goes to a relative in place; without it a link leads there. */
  onWalk?: (id: string) => void
}

export function TaskAside({ task, onWalk }: TaskAsideProps) {
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
        <PromptText input={task.input} />
      </Fact>
      <MaterialFact task={task} />
      <SettingsFact task={task} />
      <CostFact task={task} />
      <StatesFact task={task} />
      <LineageFact key={task.id} task={task} onWalk={onWalk} />
      <TeamFact task={task} />
    </aside>
  )
}
