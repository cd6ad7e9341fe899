import { FeedMessage } from '@/components/tasks/feed-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { isNarrowed, type AssetView } from './asset-view'

type AssetsEmptyProps = { view: AssetView; onUpload: (() => void) | null; onShowAll: () => void }

/** Nothing to show: how to begin, or what to stop narrowing by. */
export function AssetsEmpty(props: AssetsEmptyProps) {
  return (
    <div className="px-(--pane-x)">
      <EmptyMessage {...props} />
    </div>
  )
}

function EmptyMessage({ view, onUpload, onShowAll }: AssetsEmptyProps) {
  const { t } = useI18n()
  if (!isNarrowed(view)) {
    return (
      <FeedMessage
        title={t('assets.emptyTitle')}
        text={onUpload ? t('assets.emptyText') : t('assets.emptyViewer')}
        action={
          onUpload && (
            <Button kind="primary" size="lg" onClick={onUpload}>
              <Icon name="upload" />
              {t('assets.upload')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <FeedMessage
      title={t('assets.noneTitle')}
      text={textFor(view, t)}
      action={<Button onClick={onShowAll}>{t('assets.showAll')}</Button>}
    />
  )
}

function textFor({ q, state }: AssetView, t: ReturnType<typeof useI18n>['t']): string {
  if (q) return t('assets.noneFor', { q })
  if (!state) return t('assets.noneKind')
  const { library, name } = state
  return t('assets.noneOf', {
    state: t(`assets.state.${library}.${name}`),
    library: t(`assets.library.${library}.name`),
  })
}
