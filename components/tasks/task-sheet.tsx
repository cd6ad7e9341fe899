'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useRouter } from 'next/navigation'
import { isTyping } from '@/components/player/player-keys'
import { IconButton } from '@/components/ui/icon-button'
import { gallerySearch } from '@/lib/client/gallery-search'
import { useI18n } from '@/lib/client/i18n'
import { TaskBody } from './task-body'
import { TaskWalk } from './task-walk'
import { useGalleryUnder } from './use-gallery-under'
import { useTaskName } from './use-task-name'
import { useTaskId, useWalk } from './use-walk'

/** A task over the gallery that one came from; Back, Escape and a press beside it close it. */
export function TaskSheet({ id: initial }: { id: string }) {
  const { t } = useI18n()
  const router = useRouter()
  const id = useTaskId(initial)
  const walk = useWalk(id, gallerySearch())
  const sheet = useRef<HTMLDivElement>(null)
  useTitleOnceClosed()
  const name = useTaskName(id)
  const close = useCallback(() => router.back(), [router])
  useGalleryUnder(sheet, id)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.fullscreenElement) return
      if (isTyping(event.target, event.key)) return
      if (document.querySelector('dialog[open], :popover-open')) return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [close])

  return (
    <>
      <div
        onClick={close}
        className="fixed inset-0 z-30 bg-sunken/75 max-desk:hidden desk:start-15 wide:start-16"
      />
      <div
        ref={sheet}
        role="dialog"
        aria-label={t('task.sheet', { name })}
        tabIndex={-1}
        className="fixed inset-0 z-30 flex flex-col overflow-hidden bg-raised outline-none sm:max-desk:top-13 desk:inset-3.5 desk:start-18.5 desk:rounded-xl desk:shadow-float wide:start-19.5"
      >
        <TaskBody
          id={id}
          inSheet
          onGone={close}
          onWalk={walk.go}
          lead={
            <>
              <IconButton
                icon="x"
                label={t('task.close')}
                tip="below"
                onClick={close}
                className="pointer-coarse:size-11"
              />
              <span className="mx-1.5 h-5 w-px bg-line max-sm:hidden" />
              <TaskWalk walk={walk} />
            </>
          }
        />
      </div>
    </>
  )
}

/** Puts the window's title back to that of the page under the sheet. */
function useTitleOnceClosed(): void {
  useEffect(() => {
    const before = document.title
    return () => {
      document.title = before
    }
  }, [])
}
