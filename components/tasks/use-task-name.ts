import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/lib/client/i18n'
import { taskOptions } from '@/lib/client/task-queries'
import { taskName } from '@/lib/models/task-name'

/** The task's name, in the window's title too, which walking would else leave as it was. */
export function useTaskName(id: string): string {
  const { t } = useI18n()
  const { data: task } = useQuery(taskOptions(id))
  const name = task ? taskName(task, t('task.untitled')) : ''
  useEffect(() => {
    if (name !== '') document.title = `${name} · Dailies`
  }, [name])
  return name
}
