'use client'

import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import dynamic from 'next/dynamic'
import { useQuery } from '@tanstack/react-query'
import { litNote } from '@/components/notes/lit-note'
import { NoteForm } from '@/components/notes/note-form'
import { NoteList } from '@/components/notes/note-list'
import { NotePins } from '@/components/notes/note-pins'
import { notesOptions } from '@/components/notes/note-queries'
import { DeckAtRest } from '@/components/player/deck-at-rest'
import { isTyping } from '@/components/player/player-keys'
import { wholeClip } from '@/components/player/loop-range'
import { useAtTime } from '@/components/player/use-current-time'
import { usePlayer } from '@/components/player/use-player'
import { useMember } from '@/lib/client/config'
import { isAtLeast } from '@/lib/models/access'
import type { Note } from '@/lib/schemas/note'
import type { Task } from '@/lib/schemas/task'
import { ClipAtRest } from './clip-at-rest'
import { FrameButton } from './frame-button'
import { frameRatio, outputFacts } from './task-facts'

const StagePlayer = dynamic(() =>
  import('@/components/player/stage-player').then((module) => module.StagePlayer),
)

const none: readonly Note[] = []

/** A finished clip: player and notes. No byte of it is fetched before somebody asks. */
export function TaskClip({ task }: { task: Task }) {
  const member = useMember()
  const [player, state] = usePlayer()
  /** `look`: for a frame of it, not for it to play. */
  const [asked, setAsked] = useState<'play' | 'look' | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const { data: notes = none } = useQuery(notesOptions(task.id))
  const passed = useAtTime(
    player,
    useCallback((seconds: number) => litNote(notes, seconds)?.id ?? null, [notes]),
  )
  const lit = asked ? passed : null
  const duration = state.duration || (task.result?.duration ?? outputFacts(task).seconds)
  const play = () => setAsked('play')

  const pick = (note: Note) => {
    player.pause()
    player.seek(note.start)
    player.setRange(note.end === null ? wholeClip : { from: note.start, to: note.end })
    setAsked((before) => before ?? 'look')
  }

  // With what is seen, not after it: a key pressed at once is for this clip, not for the one before.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target, event.key)) return
      const key = event.key.toLowerCase()
      if (key === 'n') field.current?.focus()
      else if (asked) return
      else if (key === ' ' || key === 'k' || key === 'l') setAsked('play')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [asked])

  const pins = task.notes > 0 && (
    <NotePins notes={notes} duration={duration} lit={lit} onPick={pick} />
  )
  return (
    <>
      {asked ? (
        <StagePlayer
          player={player}
          state={state}
          task={task}
          ratio={frameRatio(task)}
          still={asked === 'look'}
          pins={pins}
          frameAction={isAtLeast(member, 'creator') && <FrameButton task={task} player={player} />}
        />
      ) : (
        <>
          <ClipAtRest task={task} onPlay={play} />
          <DeckAtRest duration={duration} onPlay={play} pins={pins} />
        </>
      )}
      <div className="flex min-h-28 flex-1 flex-col desk:border-t">
        <NoteList task={task} lit={lit} onPick={pick} />
        <NoteForm
          taskId={task.id}
          player={player}
          state={state}
          duration={duration}
          field={field}
        />
      </div>
    </>
  )
}
