'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'

const longest = 200

/** The task's name, editable in place; without one, the start of its prompt stands in. */
export function TaskTitle({
  task,
  onRename,
}: {
  task: Task
  onRename: (title: string | null) => void
}) {
  const { t } = useI18n()
  const [editing, setEditing] = useState(false)
  if (editing) {
    const finish = (value: string) => {
      setEditing(false)
      const title = value.trim() || null
      if (title !== task.title) onRename(title)
    }
    return (
      <input
        defaultValue={task.title ?? ''}
        autoFocus
        maxLength={longest}
        aria-label={t('task.title')}
        placeholder={t('task.untitled')}
        onBlur={(event) => finish(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(event.currentTarget.value)
          if (event.key === 'Escape') setEditing(false)
        }}
        className="h-8 w-80 min-w-0 rounded-md border bg-sunken px-2.5 font-medium"
      />
    )
  }
  return (
    <>
      <h1 className="max-w-[56ch] min-w-0 truncate ps-1 font-medium">
        {task.title ?? (task.input.prompt || t('task.untitled'))}
      </h1>
      <IconButton
        icon="pencil-line"
        iconSize={14}
        label={t('task.rename')}
        tip="below"
        onClick={() => setEditing(true)}
      />
    </>
  )
}
