'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import { isProvisional } from '@/lib/client/provisional-task'
import type { Task } from '@/lib/schemas/task'

type CardPromptProps = { task: Task; upright: boolean }

/** Two lines (eight beside an upright frame) that lead to the task; what is cut off opens in place. */
export function CardPrompt({ task, upright }: CardPromptProps) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const [cut, setCut] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const text = task.title ?? task.input.prompt

  const measure = () => {
    const words = box.current?.firstElementChild
    if (words && !open) setCut(words.scrollHeight > words.clientHeight + 2)
  }
  useEffect(measure, [text, open])

  const look = cx(
    'text-pretty wrap-anywhere',
    open ? 'block overflow-clip' : upright ? 'line-clamp-8' : 'line-clamp-2',
  )
  return (
    <div ref={box} className="relative" onPointerEnter={measure} onFocus={measure}>
      {isProvisional(task.id) ? (
        <p className={look}>{text}</p>
      ) : (
        <Link
          href={`/tasks/${task.id}`}
          prefetch={false}
          className={cx(look, 'decoration-line-strong underline-offset-3 hover:underline')}
        >
          {text}
        </Link>
      )}
      {cut && (
        <button
          type="button"
          aria-expanded={open}
          aria-label={t(open ? 'task.shortPrompt' : 'task.wholePrompt')}
          onClick={() => setOpen(!open)}
          className={cx(
            '-my-0.75 inline-flex h-6 items-center text-xs font-medium text-ink-soft hover:text-ink',
            !open &&
              'absolute right-0 bottom-0 bg-sunken ps-2 opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 pointer-coarse:opacity-100',
          )}
        >
          {t(open ? 'task.less' : 'task.all')}
        </button>
      )}
    </div>
  )
}
