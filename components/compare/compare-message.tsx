'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'

type CompareMessageProps = {
  text: string
  action: { href: string; label: string }
  onClose: () => void
  children?: ReactNode
}

/** In the place of the clips, where there is nothing to compare: why, and the one next step. */
export function CompareMessage({ text, action, onClose, children }: CompareMessageProps) {
  const { t } = useI18n()
  return (
    <main
      id="content"
      className="flex min-w-0 flex-1 flex-col bg-bg max-desk:min-h-[calc(100dvh-52px)] desk:h-dvh"
    >
      <header className="flex h-13 shrink-0 items-center gap-2 px-3">
        <IconButton icon="x" label={t('shell.close')} tip="below" onClick={onClose} />
        <h1 className="text-lg leading-5 font-semibold tracking-[-0.01em]">{t('compare.title')}</h1>
      </header>
      <div className="grid flex-1 place-content-center justify-items-center gap-4 bg-sunken p-6 text-center">
        <Icon name="columns-2" size={28} className="text-ink-faint" />
        <p className="max-w-96 text-md text-pretty">{text}</p>
        {children && (
          <div className="max-w-130 text-start [&>ul]:border-0 [&>ul]:p-0">{children}</div>
        )}
        <Link href={action.href} className={buttonClass('quiet')}>
          {action.label}
        </Link>
      </div>
    </main>
  )
}
