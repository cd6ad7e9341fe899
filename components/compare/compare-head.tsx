'use client'

import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { copyText } from '@/lib/client/copy-text'
import { useI18n } from '@/lib/client/i18n'
import { AddClip } from './add-clip'
import { compareViews, most, viewIcons, type CompareView } from './compare-views'

type CompareHeadProps = {
  ids: readonly string[]
  view: CompareView
  /** null where there is no choice. */
  onView: ((view: CompareView) => void) | null
  onClose: () => void
}

export function CompareHead({ ids, view, onView, onClose }: CompareHeadProps) {
  const { t } = useI18n()
  const copyLink = () =>
    copyText(location.href, { done: t('compare.linkCopied'), failed: t('task.notCopied') })
  return (
    <header className="grid h-13 shrink-0 grid-cols-[1fr_auto_1fr] items-center gap-2 px-3 max-sm:px-1.5">
      <div className="flex min-w-0 items-center gap-2">
        <IconButton
          icon="x"
          label={t('shell.close')}
          tip="below"
          aria-keyshortcuts="Escape"
          onClick={onClose}
          className="pointer-coarse:size-11"
        />
        <h1 className="truncate text-lg leading-5 font-semibold tracking-[-0.01em]">
          {t('compare.title')}
        </h1>
        <span className="whitespace-nowrap text-ink-faint max-sm:hidden">
          {t('compare.clips', { count: ids.length })}
        </span>
      </div>
      {onView ? (
        <Segmented
          label={t('compare.view.label')}
          value={view}
          onChange={onView}
          segments={compareViews.map((value) => ({
            value,
            label: (
              <span className="flex items-center gap-1.5">
                <Icon name={viewIcons[value]} size={14} />
                <span className="max-sm:sr-only">{t(`compare.view.${value}`)}</span>
              </span>
            ),
          }))}
        />
      ) : (
        <span />
      )}
      <div className="flex items-center justify-end gap-1">
        {ids.length < most && <AddClip ids={ids} />}
        <Button kind="quiet" className="pointer-coarse:h-11" onClick={() => void copyLink()}>
          <Icon name="link-2" />
          <span className="max-sm:sr-only">{t('compare.copyLink')}</span>
        </Button>
      </div>
    </header>
  )
}
