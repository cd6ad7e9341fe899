import { useTransition } from 'react'
import { cx } from '@/components/ui/cx'
import { useI18n } from '@/lib/client/i18n'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import { cellAction, stateIn, type CellAction } from './asset-state'
import { useAssetActions } from './assets-context'
import { LibraryNote } from './library-note'
import { StateMark } from './state-mark'

type LibraryCellProps = { media: Media; library: AssetLibrary; className: string }

/** How an item stands in one library, why, and the one step from there. */
export function LibraryCell({ media, library, className }: LibraryCellProps) {
  const { t } = useI18n()
  const { ruleOf, creates } = useAssetActions()
  const state = stateIn(media, library)
  const rule = ruleOf(media, library)
  const action = cellAction(state, rule)
  return (
    <div className={cx('min-w-0', className)}>
      <p className="mt-2 text-2xs text-ink-faint sm:sr-only">
        {t(`assets.library.${library}.name`)}
      </p>
      <div className="flex max-w-67 items-center justify-between gap-x-2 gap-y-1 max-wide:flex-wrap max-sm:pb-0.5">
        <div className="min-w-0">
          <StateMark library={library} state={state} />
          <LibraryNote library={library} asset={media.assets[library]} rule={rule} />
        </div>
        {creates && action && <ActionButton media={media} library={library} action={action} />}
      </div>
    </div>
  )
}

type ActionButtonProps = { media: Media; library: AssetLibrary; action: CellAction }

function ActionButton({ media, library, action }: ActionButtonProps) {
  const { t } = useI18n()
  const { submit, mend } = useAssetActions()
  const [working, start] = useTransition()
  const words =
    action.does === 'submit'
      ? t(`assets.act.${library}.${action.word}`)
      : t('assets.fixThen', {
          fix: t(`assets.fix.${action.fix.fix}`),
          then: t(`assets.then.${library}.${action.again ? 'again' : 'first'}`),
        })
  const run = () =>
    start(() =>
      action.does === 'submit' ? submit([media], library) : mend(media, library, action.fix),
    )
  return (
    <button
      type="button"
      aria-label={`${words}: ${media.name}`}
      aria-disabled={working || undefined}
      onClick={working ? undefined : run}
      className="h-6.5 rounded-sm bg-bg px-2.25 text-xs font-medium whitespace-nowrap text-ink shadow-[inset_0_0_0_1px_var(--color-line-strong)] transition-colors hover:bg-pressed aria-disabled:text-ink-faint pointer-coarse:h-11"
    >
      {working ? t('assets.working') : words}
    </button>
  )
}
