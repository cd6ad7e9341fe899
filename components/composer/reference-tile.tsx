import { useId, type DragEvent, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { insertMention } from './insert-text'
import { ReferenceArt } from './reference-art'
import type { ReferenceKind } from './reference-kinds'
import { referenceName } from './reference-name'
import { RemoveButton } from './remove-button'

export type ReferenceItemProps = {
  kind: ReferenceKind
  reference: string
  /** Place in its list, from 0, and the list's length. */
  at: number
  count: number
  /** `@Image1`: how the prompt mentions it. */
  mention: string
  /** What is wrong or in doubt with this item. */
  complaint: { text: string; refused: boolean } | undefined
  unused: boolean
  onMove: (from: number, to: number) => void
  onRemove: () => void
  dragging: DragHandlers
}

export type DragHandlers = {
  /** Where a dragged tile of this kind would land. */
  target: boolean
  onDragStart: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDragEnd: () => void
  onDrop: (event: DragEvent) => void
}

/** Alt with an arrow moves an item one place on; the focus stays with the place it came to. */
export function moveByKey(
  event: KeyboardEvent,
  { at, count, onMove }: Pick<ReferenceItemProps, 'at' | 'count' | 'onMove'>,
): void {
  const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
  if (!event.altKey || by === undefined) return
  event.preventDefault()
  const to = at + by
  if (to < 0 || to >= count) return
  const list = event.currentTarget.closest('[data-kind-list]')
  onMove(at, to)
  requestAnimationFrame(() => {
    list?.querySelectorAll<HTMLElement>('[data-reference]')[to]?.focus()
  })
}

/** One reference in the tray. Pressing it mentions it in the prompt. */
export function ReferenceTile(props: ReferenceItemProps) {
  const { kind, reference, mention, complaint, unused, onRemove, dragging } = props
  const { target, ...drag } = dragging
  const { t } = useI18n()
  const name = mention.slice(1)
  const id = useId()
  const file = referenceName(reference)
  const marked = unused || complaint !== undefined

  return (
    <li
      draggable
      title={reference}
      className={cx('group relative min-w-0', kind !== 'image' && 'col-span-2')}
      {...drag}
    >
      {target && <span className="absolute -start-1.25 top-0 h-15.5 w-0.5 rounded-full bg-ink" />}
      <button
        type="button"
        data-reference
        aria-label={t('composer.material.item', { name, file: file.name })}
        aria-describedby={`${id}hint ${id}caption`}
        onClick={() => insertMention(mention)}
        onKeyDown={(event) => moveByKey(event, props)}
        className={cx(
          'frame-edge relative block h-15.5 w-full overflow-hidden rounded-md',
          kind === 'audio' ? 'bg-raised' : 'bg-hover',
        )}
      >
        <ReferenceArt kind={kind} reference={reference} />
        <span className="absolute bottom-1 left-1 z-1 rounded-[5px] bg-black/68 ps-1.25 pe-1.5 text-2xs leading-4.25 font-medium text-white">
          {name}
        </span>
      </button>
      {marked && (
        <span className="absolute top-1 right-1 z-1 grid size-5 place-items-center rounded-[5px] bg-black/72 text-[oklch(0.85_0.13_85)] group-focus-within:opacity-0 group-hover:opacity-0 pointer-coarse:right-8">
          <Icon name="triangle-exclamation-point" size={13} />
        </span>
      )}
      <RemoveButton label={t('composer.material.remove', { name })} onClick={onRemove} />
      <span id={`${id}hint`} hidden>
        {t('composer.material.itemHint')}
      </span>
      <p
        id={`${id}caption`}
        className={cx(
          'mt-1 text-2xs leading-3.5',
          complaint === undefined && 'truncate text-ink-faint',
          complaint !== undefined && (complaint.refused ? 'text-bad' : 'text-warn'),
        )}
      >
        {complaint?.text ?? file.name}
      </p>
    </li>
  )
}
