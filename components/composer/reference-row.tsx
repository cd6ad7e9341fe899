import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { UploadProgress, useUploadStep } from '@/components/media/upload-progress'
import { useI18n } from '@/lib/client/i18n'
import { fieldOf } from '@/lib/models/mentions'
import { AssetState } from './asset-state'
import { insertMention } from './insert-text'
import { ItemMenu } from './item-menu'
import { ItemProblems } from './item-problems'
import { ReferenceArt } from './reference-art'
import { RemoveButton } from './remove-button'
import { moveByKey, type ReferenceItemProps } from './reference-tile'
import { useReferenceFacts } from './use-reference-facts'

/** One item where only approved assets go: its review tells more than a tile could. */
export function ReferenceRow(props: ReferenceItemProps) {
  const { kind, reference, at, mention, unused, problemId, onRemove, dragging } = props
  const { target, ...drag } = dragging
  const { t } = useI18n()
  const step = useUploadStep()
  const { name: file, media, upload } = useReferenceFacts(reference)
  const place = { field: fieldOf[kind], at, kind }
  const name = mention.slice(1)
  const id = useId()
  const seconds = media?.duration && t('material.seconds', { seconds: media.duration.toFixed(1) })
  return (
    <li
      draggable
      title={media || upload ? file : reference}
      className={cx(
        'group relative grid grid-cols-[48px_minmax(0,1fr)_auto] items-center gap-x-3 p-1.75 pe-2.5',
        target && 'shadow-[inset_0_2px_0_var(--color-ink)]',
      )}
      {...drag}
    >
      <span className="frame-edge relative h-8.5 w-12 overflow-hidden rounded-sm bg-hover">
        <RowArt {...{ kind, reference, media }} />
      </span>
      <button
        type="button"
        data-reference
        aria-label={t('composer.material.item', { name, file })}
        aria-describedby={`${id}hint ${id}state ${problemId}`}
        onClick={() => insertMention(mention)}
        onKeyDown={(event) => moveByKey(event, props)}
        className="grid min-w-0 rounded-sm text-start"
      >
        <span className="flex items-center gap-1.5 leading-4.25 font-medium">
          {name}
          {unused && <Icon name="triangle-exclamation-point" size={13} className="text-warn" />}
        </span>
        <span className="truncate text-xs text-ink-faint">
          {seconds ? `${seconds} · ${file}` : file}
        </span>
      </button>
      <span className="flex items-center gap-0.5">
        <span id={`${id}state`}>
          {upload ? (
            <span className="text-xs text-ink-soft">{step(upload.state, upload.bytes)}</span>
          ) : (
            <AssetState reference={reference} media={media} />
          )}
        </span>
        <ItemMenu
          place={place}
          reference={reference}
          media={media}
          name={name}
          className="text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:size-9"
        />
        <RemoveButton
          look="plain"
          label={t('composer.material.remove', { name })}
          onClick={onRemove}
        />
      </span>
      {upload && <UploadProgress {...upload} />}
      <span id={`${id}hint`} hidden>
        {t('composer.material.itemHint')}
      </span>
      <div className="col-span-2 col-start-2 -mt-1">
        <ItemProblems
          id={problemId}
          place={place}
          reference={reference}
          name={name}
          named={false}
        />
      </div>
    </li>
  )
}

/** A row's picture is small: a clip shows one frame, a sound its icon. */
function RowArt({ kind, reference, media }: Parameters<typeof ReferenceArt>[0]) {
  return (
    <ReferenceArt kind={kind === 'video' ? 'image' : kind} reference={reference} media={media} />
  )
}
