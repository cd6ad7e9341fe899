'use client'

import { useState, type FormEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { usePatchTask } from '@/lib/client/task-changes'
import { mayChange } from '@/lib/models/access'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'

const mostTags = 20
const longestTag = 40

/** Its tags; and where there is a team, who sees it. */
export function TeamFact({ task }: { task: Task }) {
  const { t } = useI18n()
  const { member, team } = useConfig()
  const patch = usePatchTask()
  const mine = mayChange(member, { authorId: task.author.id })
  const setTags = (tags: string[]) => patch.mutate({ id: task.id, tags: [...tags].sort() })
  return (
    <>
      <Fact title={t('task.tags.title')}>
        <ul className="flex flex-wrap items-center gap-1.5">
          {task.tags.map((tag) => (
            <li
              key={tag}
              className="flex h-7 max-w-full items-center rounded-sm bg-hover ps-2.25 text-xs font-medium"
            >
              <span className="truncate">{tag}</span>
              {mine ? (
                <IconButton
                  icon="x"
                  iconSize={13}
                  tip="none"
                  label={t('task.tags.remove', { tag })}
                  onClick={() => setTags(task.tags.filter((one) => one !== tag))}
                  className="size-7"
                />
              ) : (
                <span className="w-2.25" />
              )}
            </li>
          ))}
          {mine ? (
            <li>
              <TagField
                full={task.tags.length >= mostTags}
                onAdd={(tag) => setTags([...new Set([...task.tags, tag])])}
              />
            </li>
          ) : (
            task.tags.length === 0 && <li className="text-ink-soft">{t('task.tags.none')}</li>
          )}
        </ul>
      </Fact>
      {team && (
        <Fact title={t('task.visibility.title')}>
          {mine ? (
            <>
              <Segmented
                label={t('task.visibility.title')}
                value={task.visibility}
                segments={[
                  { value: 'team', label: t('task.visibility.team') },
                  { value: 'private', label: <PrivateWords task={task} own={member.id} /> },
                ]}
                onChange={(visibility) => patch.mutate({ id: task.id, visibility })}
              />
              {task.visibility === 'private' && (
                <p className="mt-1.5 text-xs text-ink-soft">{t('task.visibility.note')}</p>
              )}
            </>
          ) : (
            <p>
              {task.visibility === 'team' ? (
                t('task.visibility.team')
              ) : (
                <PrivateWords task={task} own={member.id} />
              )}
            </p>
          )}
        </Fact>
      )}
    </>
  )
}

function PrivateWords({ task: { author }, own }: { task: Task; own: string }) {
  const { t } = useI18n()
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Icon name="lock" size={13} />
      <span className="truncate">
        {author.id === own
          ? t('task.visibility.private')
          : t('task.visibility.privateOf', { name: author.name })}
      </span>
    </span>
  )
}

function TagField({ full, onAdd }: { full: boolean; onAdd: (tag: string) => void }) {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const tag = text.trim().toLowerCase()
    if (tag) onAdd(tag)
    setText('')
  }
  return (
    <form onSubmit={submit}>
      <input
        value={text}
        disabled={full}
        maxLength={longestTag}
        enterKeyHint="done"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        aria-label={t('task.tags.add')}
        placeholder={t(full ? 'task.tags.most' : 'task.tags.add')}
        className="h-7 w-32 rounded-sm bg-sunken px-2.25 text-xs shadow-[inset_0_0_0_1px_var(--color-line)] placeholder:text-ink-faint pointer-coarse:h-11"
      />
    </form>
  )
}
