import { useEffect, useEffectEvent, useState, type ClipboardEvent } from 'react'
import type { FrameField } from '@/lib/models/task-input'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { parts } from './parts'

function frameAt(target: EventTarget | null): FrameField | undefined {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null
  const field = place?.dataset.field
  return field === 'first_image' || field === 'last_image' ? field : undefined
}

/** Files dropped anywhere in the window, or pasted into the form, are attached to its draft. */
export function useFileDrop() {
  const { t } = useI18n()
  const [hanging, setHanging] = useState(false)

  const take = async (files: readonly File[], frame?: FrameField) => {
    if (files.length === 0) return
    try {
      const { attachFiles } = await parts.attach.load()
      const left = attachFiles(files, frame)
      if (left > 0) notify({ text: t('material.toLibrary', { count: left }) })
    } catch {
      notify({ text: t('material.problem.network'), tone: 'bad' })
    }
  }
  const takeDropped = useEffectEvent(take)

  useEffect(() => {
    // Each element on the way says when files come and go: they are gone when all have said so.
    let over = 0
    const hang = (change: number) => {
      over = change === 0 ? 0 : Math.max(0, over + change)
      setHanging(over > 0)
    }
    const ofFiles = (handle: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Else the browser would leave the page for the file.
      event.preventDefault()
      handle(event)
    }
    const on = {
      dragenter: ofFiles(() => {
        parts.attach.load().catch(() => {})
        hang(1)
      }),
      dragover: ofFiles(({ dataTransfer }) => {
        if (dataTransfer) dataTransfer.dropEffect = 'copy'
      }),
      dragleave: ofFiles(() => hang(-1)),
      drop: ofFiles(({ dataTransfer, target }) => {
        hang(0)
        void takeDropped([...(dataTransfer?.files ?? [])], frameAt(target))
      }),
    }
    const names = ['dragenter', 'dragover', 'dragleave', 'drop'] as const
    for (const name of names) document.addEventListener(name, on[name])
    return () => {
      for (const name of names) document.removeEventListener(name, on[name])
    }
  }, [])

  const onPaste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData
    // Words that were copied with a picture of themselves are meant as words.
    if (files.length === 0 || types.includes('text/plain')) return
    event.preventDefault()
    void take([...files], frameAt(event.target))
  }

  return { hanging, onPaste }
}
