'use client'

import { useState } from 'react'
import { timecode } from '@/components/player/timecode'
import { Timecode } from '@/components/player/timecode-display'
import { cx } from '@/components/ui/cx'
import { Face } from '@/components/ui/face'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, type MenuItem } from '@/components/ui/menu'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast, mayEditOwn } from '@/lib/models/access'
import type { Note } from '@/lib/schemas/note'
import { NoteEdit } from './note-edit'
import { useChangeNote, useRemoveNote } from './note-queries'

type NoteRowProps = {
  taskId: string
  note: Note
  lit: boolean
  onPick: (note: Note) => void
}

/** One note: where in the clip, who, what. A note that is done stays, softer. */
export function NoteRow({ taskId, note, lit, onPick }: NoteRowProps) {
  const { t, format } = useI18n()
  const member = useMember()
  const change = useChangeNote(taskId)
  const remove = useRemoveNote(taskId)
  const [editing, setEditing] = useState(false)
  const { id, author, text, start, end, created_at: at } = note
  const done = note.done_at !== null
  const own = mayEditOwn(member, { authorId: author.id })
  const hasActions = own || isAtLeast(member, 'creator')

  const items = (): MenuItem[] => [
    {
      id: 'edit',
      label: t('notes.edit'),
      icon: 'pencil-line',
      onSelect: () => setEditing(true),
    },
    {
      id: 'delete',
      label: t('notes.delete'),
      icon: 'trash',
      danger: true,
      onSelect: () => remove.mutate(id),
    },
  ]

  return (
    <li
      data-note={id}
      aria-current={lit ? 'true' : undefined}
      className={cx(
        'group/note grid grid-cols-[58px_24px_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-md px-2 py-1.5 max-sm:grid-cols-[58px_minmax(0,1fr)_auto]',
        lit && 'bg-hover',
      )}
    >
      <button
        type="button"
        onClick={() => onPick(note)}
        aria-label={t('notes.goTo', { time: timecode(start) })}
        className={cx(
          '-my-0.5 min-h-6 rounded-sm text-start font-mono text-xs leading-5 font-medium tracking-[-0.02em] hover:text-ink',
          lit ? 'text-ink' : 'text-ink-soft',
        )}
      >
        <Timecode seconds={start} />
        {end !== null && (
          <span className="block text-ink-faint">
            –<Timecode seconds={end} />
          </span>
        )}
      </button>
      <Face name={author.name} className="size-5.5 max-sm:hidden" />
      {editing ? (
        <NoteEdit
          text={text}
          onDone={(words) => {
            setEditing(false)
            if (words !== null && words !== text) change.mutate({ id, text: words })
          }}
        />
      ) : (
        <p
          className={cx(
            'overflow-clip leading-5 wrap-anywhere whitespace-pre-wrap',
            done && 'text-ink-soft',
          )}
        >
          <bdi className="me-1.5 font-semibold">{author.name}</bdi>
          {text}
        </p>
      )}
      <div className="relative -my-1 flex min-h-7 min-w-15 items-center justify-end text-xs whitespace-nowrap text-ink-faint">
        <span
          className={cx(
            'flex items-center gap-1 pointer-coarse:sr-only',
            done && 'text-ok',
            hasActions && 'group-focus-within/note:opacity-0 group-hover/note:opacity-0',
          )}
        >
          {done && <Icon name="check" size={13} />}
          {done ? t('notes.done') : <time dateTime={at}>{format.time(at)}</time>}
        </span>
        <span className="absolute end-0 flex gap-0.5 opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:static pointer-coarse:opacity-100">
          {hasActions && (
            <IconButton
              icon="check"
              iconSize={14}
              label={t(done ? 'notes.reopen' : 'notes.markDone')}
              aria-pressed={done}
              onClick={() => change.mutate({ id, done: !done })}
              className={cx('size-7 pointer-coarse:size-11', done && 'text-ok')}
            />
          )}
          {own && (
            <Menu
              label={t('notes.more')}
              items={items}
              trigger={(props) => (
                <IconButton
                  {...props}
                  icon="ellipsis"
                  iconSize={14}
                  label={t('notes.more')}
                  tip="above-end"
                  className="size-7 pointer-coarse:size-11"
                />
              )}
            />
          )}
        </span>
      </div>
    </li>
  )
}
