import { useId, type DragEvent, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { UploadProgress, useUploadStep } from '@/components/media/upload-progress'
import { useI18n } from '@/lib/client/i18n'
import { fieldOf } from '@/lib/models/mentions'
import { useModel } from './composer-context'
import { insertMention } from './insert-text'
import { ItemMenu } from './item-menu'
import { ReferenceArt } from './reference-art'
import type { ReferenceKind } from './reference-kinds'
import { RemoveButton } from './remove-button'
import { useItemProblems } from './use-item-problems'
import { useReferenceFacts } from './use-reference-facts'

export type ReferenceItemProps = {
  kind: ReferenceKind
  reference: string
  /** Place in its list, from 0, and the list's length. */
  at: number
  count: number
  /** `@Image1`: how the prompt mentions it. */
  mention: string
  unused: boolean
  /** The element that says what is wrong with it. */
  problemId: string
  /** Said below it instead of its size: how full the list is. */
  caption?: string | undefined
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

const pill =
  'absolute bottom-1 z-1 rounded-[5px] bg-black/68 px-1.25 text-2xs leading-4.25 font-medium text-white'
const shownOnHover =
  'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100'

/** One reference in the tray. Pressing it mentions it in the prompt. */
export function ReferenceTile(props: ReferenceItemProps) {
  const { kind, reference, at, mention, unused, problemId, onRemove, dragging } = props
  const { target, ...drag } = dragging
  const { t } = useI18n()
  const step = useUploadStep()
  const { library } = useModel().references
  const place = { field: fieldOf[kind], at, kind }
  const { name: file, caption, media, upload } = useReferenceFacts(reference)
  const [problem] = useItemProblems(place, reference)
  const name = mention.slice(1)
  const id = useId()
  // SP takes links too; what was handed in to its library says how that went.
  const listed = library === 'sp' ? media?.assets.sp : null
  const corner = upload
    ? step(upload.state, upload.bytes)
    : media?.duration && t('material.seconds', { seconds: media.duration.toFixed(1) })

  return (
    <li
      draggable
      title={media || upload ? file : reference}
      className={cx('group relative min-w-0', kind !== 'image' && 'col-span-2')}
      {...drag}
    >
      {target && <span className="absolute -start-1.25 top-0 h-15.5 w-0.5 rounded-full bg-ink" />}
      <div className="relative">
        <button
          type="button"
          data-reference
          aria-label={t('composer.material.item', { name, file })}
          aria-describedby={`${id}hint ${id}caption${problem ? ` ${problemId}` : ''}`}
          onClick={() => insertMention(mention)}
          onKeyDown={(event) => moveByKey(event, props)}
          className={cx(
            'frame-edge relative block h-15.5 w-full overflow-hidden rounded-md',
            kind === 'audio' ? 'bg-raised' : 'bg-hover',
          )}
        >
          <ReferenceArt kind={kind} reference={reference} media={media} />
          <span className={cx(pill, 'left-1 pe-1.5')}>{name}</span>
        </button>
        {corner && (
          <span
            className={cx(pill, 'pointer-events-none right-1', kind === 'image' && 'bottom-6!')}
          >
            {corner}
          </span>
        )}
        {upload && <UploadProgress {...upload} />}
        {(unused || problem) && (
          <span
            className={cx(
              'pointer-events-none absolute top-1 right-1 z-1 grid size-5 place-items-center rounded-[5px] bg-black/72 group-focus-within:opacity-0 group-hover:opacity-0 pointer-coarse:right-8',
              problem?.refused ? 'text-[oklch(0.78_0.14_25)]' : 'text-[oklch(0.85_0.13_85)]',
            )}
          >
            <Icon name="triangle-exclamation-point" size={13} />
          </span>
        )}
        <ItemMenu
          place={place}
          reference={reference}
          media={media}
          name={name}
          className={cx('absolute top-1 left-1 z-2 bg-plate text-white', shownOnHover)}
        />
        <RemoveButton
          label={
            upload && upload.state.is !== 'failed'
              ? t('material.cancelOf', { name })
              : t('composer.material.remove', { name })
          }
          onClick={onRemove}
        />
      </div>
      <span id={`${id}hint`} hidden>
        {t('composer.material.itemHint')}
      </span>
      <p id={`${id}caption`} className="mt-1 truncate text-2xs leading-3.5 text-ink-faint">
        {props.caption ?? (listed ? t(`material.state.${listed.status}`) : caption)}
      </p>
    </li>
  )
}
