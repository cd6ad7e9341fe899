import type { IconName } from '@/components/ui/icon-name'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'

type MessagePanelProps = {
  icon: IconName
  title: string
  tone: 'bad' | 'unsure'
  children: ReactNode
  /** The buttons; the first one does the fix. */
  actions: ReactNode
}

/** Stands in the frame's place and is as informative as a clip: what happened, did it cost, what to do. */
export function MessagePanel({ icon, title, tone, children, actions }: MessagePanelProps) {
  return (
    <div
      className={cx(
        'flex flex-col gap-1.5 rounded-md px-4 py-3.5',
        tone === 'bad' && 'bg-raised text-ink-soft shadow-[inset_0_0_0_1px_var(--color-line)]',
        tone === 'unsure' && 'bg-unsure-wash text-ink',
      )}
    >
      <h3
        className={cx(
          'flex items-center gap-2 text-md font-semibold',
          tone === 'bad' ? 'text-bad' : 'text-unsure',
        )}
      >
        <Icon name={icon} />
        {title}
      </h3>
      {children}
      <div className="mt-auto flex flex-wrap gap-2 pt-1 *:pointer-coarse:h-11">{actions}</div>
    </div>
  )
}
