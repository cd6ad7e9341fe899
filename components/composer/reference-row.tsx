import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { insertMention } from './insert-text'
import { kindIcon } from './reference-kinds'
import { referenceName } from './reference-name'
import { moveByKey, type ReferenceItemProps } from './reference-tile'

/** One approved asset: an id tells more than a tile could. Pressing it mentions it in the prompt. */
export function ReferenceRow(props: ReferenceItemProps) {
  const { kind, reference, mention, complaint, unused, onRemove, dragging } = props
  const { target, ...drag } = dragging
  const { t } = useI18n()
  const name = mention.slice(1)
  const id = useId()
  return (
    <li
      draggable
      className={cx(
        'relative grid min-h-12 grid-cols-[48px_1fr_auto] items-center gap-x-3 p-1.75 pe-2',
        target && 'shadow-[inset_0_2px_0_var(--color-ink)]',
      )}
      {...drag}
    >
      <span className="grid h-8.5 w-12 place-items-center rounded-sm bg-hover text-ink-faint">
        <Icon name={kindIcon[kind]} />
      </span>
      <button
        type="button"
        data-reference
        aria-describedby={`${id}hint`}
        onClick={() => insertMention(mention)}
        onKeyDown={(event) => moveByKey(event, props)}
        className="grid min-w-0 rounded-sm text-start"
      >
        <span className="flex items-center gap-1.5 leading-4.25 font-medium">
          {name}
          {unused && <Icon name="triangle-exclamation-point" size={13} className="text-warn" />}
        </span>
        <span className="truncate text-xs text-ink-faint">{referenceName(reference).name}</span>
      </button>
      <IconButton
        icon="x"
        iconSize={14}
        tip="none"
        label={t('composer.material.remove', { name })}
        onClick={onRemove}
        className="size-7"
      />
      <span id={`${id}hint`} hidden>
        {t('composer.material.itemHint')}
      </span>
      {complaint !== undefined && (
        <p
          className={cx(
            'col-span-2 col-start-2 pt-0.5 text-xs',
            complaint.refused ? 'text-bad' : 'text-warn',
          )}
        >
          {complaint.text}
        </p>
      )}
    </li>
  )
}
