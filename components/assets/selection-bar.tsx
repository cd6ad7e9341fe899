import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import { submittable } from './asset-state'
import { useAssetActions } from './assets-context'

type SelectionBarProps = { items: readonly Media[]; onClear: () => void }

/** What can be done with everything selected. A button counts only what it will change. */
export function SelectionBar({ items, onClear }: SelectionBarProps) {
  const { t } = useI18n()
  const { ruleOf, toStudio, ask, mayDelete } = useAssetActions()
  const full = submittable(items, 'full', (media) => ruleOf(media, 'full'))
  const sp = submittable(items, 'sp', (media) => ruleOf(media, 'sp'))
  const deletable = items.filter(mayDelete)
  const held = new Set([...full.held, ...sp.held]).size
  const missing = [
    full.ready.length > 0 && t('assets.selection.missingFull', { count: full.ready.length }),
    sp.ready.length > 0 && t('assets.selection.missingSp', { count: sp.ready.length }),
    held > 0 && t('assets.selection.held', { count: held }),
  ].filter(Boolean)
  return (
    <div
      role="toolbar"
      aria-label={t('assets.selection.label')}
      className="fixed bottom-5 left-1/2 z-30 flex h-13 -translate-x-1/2 items-center gap-1 rounded-xl bg-raised ps-4 pe-2 shadow-float max-sm:inset-x-3 max-sm:bottom-3 max-sm:h-14 max-sm:translate-x-0 max-sm:gap-0 max-sm:ps-3 max-sm:pe-1.5 desk:ms-7.5"
    >
      <p
        role="status"
        className="me-3 grid min-w-0 leading-4.25 whitespace-nowrap max-sm:me-auto max-sm:pe-1 max-sm:*:truncate"
      >
        <b className="font-semibold">{t('assets.selection.count', { count: items.length })}</b>
        <span className="text-xs text-ink-faint max-wide:hidden">
          {missing.length > 0 ? missing.join(', ') : t('assets.selection.inBoth')}
        </span>
      </p>
      <SubmitButton library="full" items={full.ready} />
      <SubmitButton library="sp" items={sp.ready} />
      <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
      <BarButton
        icon="clapperboard"
        label={t('assets.selection.use')}
        onClick={() => toStudio(items)}
      />
      {deletable.length > 0 && (
        <BarButton
          icon="trash"
          label={t('assets.selection.delete')}
          onClick={() => ask({ ask: 'delete', items: deletable })}
          danger
        />
      )}
      <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
      <IconButton
        icon="x"
        label={t('assets.selection.clear')}
        aria-keyshortcuts="Escape"
        tip="above-end"
        onClick={onClear}
        className="size-9 max-sm:h-11 max-sm:w-10"
      />
    </div>
  )
}

type SubmitButtonProps = { library: AssetLibrary; items: readonly Media[] }

function SubmitButton({ library, items }: SubmitButtonProps) {
  const { t } = useI18n()
  const { submit } = useAssetActions()
  const [working, start] = useTransition()
  if (items.length === 0) return null
  const count = items.length
  const full = library === 'full'
  return (
    <Button
      kind={full ? 'primary' : 'quiet'}
      aria-label={t(`assets.selection.submitTo.${library}`, { count })}
      aria-disabled={working || undefined}
      onClick={working ? undefined : () => start(() => submit(items, library))}
      className={cx('h-9 max-sm:h-11 max-sm:px-2.5', !full && 'max-sm:shadow-none')}
    >
      <Icon name={full ? 'shield-check' : 'plus'} className="max-sm:hidden" />
      <span className="desk:hidden">{t(`assets.selection.submit.${library}`, { count })}</span>
      <span className="max-desk:hidden">
        {t(`assets.selection.submitTo.${library}`, { count })}
      </span>
    </Button>
  )
}

type BarButtonProps = {
  icon: 'clapperboard' | 'trash'
  label: string
  onClick: () => void
  danger?: boolean
}

/** Its words where there is room for them. */
function BarButton({ icon, label, onClick, danger = false }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={cx(
        'inline-flex h-9 items-center justify-center gap-1.5 rounded-md px-3 font-medium whitespace-nowrap transition-colors hover:bg-hover max-desk:w-9 max-desk:px-0 max-sm:h-11 max-sm:w-10',
        danger && 'text-bad',
      )}
    >
      <Icon name={icon} />
      <span className="max-desk:hidden">{label}</span>
    </button>
  )
}
