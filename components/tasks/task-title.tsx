'use client'

import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'

const longest = 200

/** The task's name, editable in place; without one, the start of its prompt is read out alone. */
export function TaskTitle({
  task,
  onRename,
}: {
  task: Task
  /** null: it is somebody else's. */
  onRename: ((title: string | null) => void) | null
}) {
  const { t } = useI18n()
  const [editing, setEditing] = useState(false)
  if (editing && onRename) {
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
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') finish(event.currentTarget.value)
          if (event.key === 'Escape') setEditing(false)
        }}
        className="h-8 w-80 min-w-0 rounded-md border bg-sunken px-2.5 font-medium"
      />
    )
  }
  return (
    <>
      <h1
        className={
          task.title === null ? 'sr-only' : 'max-w-[56ch] min-w-0 truncate ps-2 font-medium'
        }
      >
        {task.title ?? (task.input.prompt || t('task.untitled'))}
      </h1>
      {onRename && (
        <IconButton
          icon="pencil-line"
          iconSize={14}
          label={t('task.rename')}
          tip="below"
          onClick={() => setEditing(true)}
        />
      )}
    </>
  )
}
