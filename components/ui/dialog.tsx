'use client'

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { IconButton } from './icon-button'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Shown under the title and read with it. */
  description?: ReactNode
  children?: ReactNode
}

/**
 * A modal on the native element: focus trap, Escape and inert page are the browser's. Its content
 * exists only while it is open; focus goes to what has `data-focus`, and back to where it was.
 */
export function Dialog({ open, onClose, title, description, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const { t } = useI18n()
  const id = useId()

  // In a layout effect: closing gives focus back only while the element is still in the page.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog || !open) return
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-focus]')?.focus()
    return () => dialog.close()
  }, [open])

  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}text` : undefined}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
      className="m-auto max-h-[min(720px,calc(100dvh-32px))] w-[min(480px,calc(100vw-32px))] overflow-auto rounded-xl bg-raised text-ink shadow-float"
    >
      {open && (
        <div className="p-5">
          <div className="flex items-start gap-3">
            <h2 id={`${id}title`} className="min-w-0 flex-1 pt-1 text-lg font-semibold">
              {title}
            </h2>
            <IconButton icon="x" label={t('shell.close')} onClick={onClose} tip="none" />
          </div>
          {description && (
            <p id={`${id}text`} className="mt-2 text-ink-soft">
              {description}
            </p>
          )}
          {children && <div className="mt-4">{children}</div>}
        </div>
      )}
    </dialog>
  )
}
