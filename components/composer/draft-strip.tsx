import { useEffect, useRef } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { closeDraft, goToDraft } from '@/lib/client/draft'
import { cutText } from '@/lib/models/cut-text'
import type { OpenDraft } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'

const nameLength = 28

/** A draft is called what it was opened as, else by the first words of its prompt. */
function nameOf({ title, draft }: OpenDraft): string {
  return cutText((title ?? draft.input.prompt).trim(), nameLength)
}

/** The open drafts, one after the other. */
export function DraftStrip() {
  const { t } = useI18n()
  const drafts = useDrafts((state) => state.open)
  const active = useDrafts((state) => state.active)
  const strip = useRef<HTMLUListElement>(null)

  useEffect(() => {
    const current = strip.current?.querySelector('[aria-current]')
    current?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])

  return (
    <nav aria-label={t('composer.drafts.label')} className="-mt-1 -mb-2">
      <ul ref={strip} className="-mx-1 flex scroll-quiet gap-1 overflow-x-auto p-1">
        {drafts.map((entry) => {
          const name = nameOf(entry) || t('composer.drafts.unnamed')
          return (
            <li
              key={entry.id}
              className={cx(
                'group relative flex h-8 max-w-40 min-w-0 shrink-0 items-center rounded-md text-xs',
                entry.id === active ? 'bg-hover text-ink' : 'text-ink-soft hover:text-ink',
              )}
            >
              <button
                type="button"
                aria-current={entry.id === active || undefined}
                onClick={() => goToDraft(entry.id)}
                className="h-full min-w-0 truncate rounded-md ps-2.5 pe-1"
              >
                {name}
              </button>
              <button
                type="button"
                aria-label={t('composer.drafts.close', { name })}
                onClick={() => closeDraft(entry.id)}
                className="me-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-faint hover:bg-pressed hover:text-ink"
              >
                <Icon name="x" size={13} />
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
