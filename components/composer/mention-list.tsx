import { useLayoutEffect, useRef, type RefObject } from 'react'
import { kindIcon } from '@/components/media/kind-icon'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { MentionQuery } from './mention-query'
import { referenceName } from './reference-name'
import type { MentionOption } from './use-mention-list'

type MentionListProps = {
  /** The prompt's box, whose overlay tells where the `@` stands. */
  anchor: RefObject<HTMLElement | null>
  listId: string
  query: MentionQuery | null
  options: readonly MentionOption[]
  active: number
  choose: (option: MentionOption) => void
}

/** Where the character at `offset` of the prompt is drawn. */
function placeOf(box: HTMLElement, offset: number): DOMRect {
  const overlay = box.querySelector('[data-prompt-overlay]') ?? box
  const walker = document.createTreeWalker(overlay, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left < length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      return range.getBoundingClientRect()
    }
    left -= length
  }
  return box.getBoundingClientRect()
}

const width = 260

export function MentionList({ anchor, listId, query, options, active, choose }: MentionListProps) {
  const { t } = useI18n()
  const list = useRef<HTMLUListElement>(null)
  const start = query?.start ?? 0

  useLayoutEffect(() => {
    const float = list.current
    const box = anchor.current
    if (float === null || box === null) return
    const { left, bottom } = placeOf(box, start)
    float.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
    float.style.top = `${bottom + 6}px`
    float.showPopover()
  }, [anchor, start])

  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <ul
      ref={list}
      id={listId}
      popover="manual"
      role="listbox"
      aria-label={t('composer.prompt.mentions')}
      style={{ width }}
      className="fixed inset-auto m-0 max-h-64 scroll-quiet overflow-auto rounded-lg bg-raised p-1 text-sm text-ink shadow-float"
    >
      {options.map((option, at) => (
        <li
          key={option.mention}
          id={`${listId}-${at}`}
          role="option"
          aria-selected={at === active}
          // The press must not take the focus from the prompt.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
          className={cx(
            'flex h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 hover:bg-hover pointer-coarse:h-11',
            at === active && 'bg-hover',
          )}
        >
          <Icon name={kindIcon[option.kind]} size={15} className="text-ink-faint" />
          <span className="font-medium">{option.mention}</span>
          <span className="min-w-0 flex-1 truncate text-xs text-ink-faint">
            {referenceName(option.reference).name}
          </span>
        </li>
      ))}
    </ul>
  )
}
