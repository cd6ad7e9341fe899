'use client'

import { useRouter } from 'next/navigation'
import dynamic from 'next/dynamic'
import { buttonClass } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { useI18n } from '@/lib/client/i18n'
import { letterAt } from './compare-views'

const ClipChoice = dynamic(() => import('./clip-choice').then((module) => module.ClipChoice))

/** Takes one of the newest clips in beside those that stand there. */
export function AddClip({ ids }: { ids: readonly string[] }) {
  const { t } = useI18n()
  const router = useRouter()
  return (
    <Popover
      align="end"
      role="dialog"
      label={t('compare.add')}
      className="w-90 max-w-[calc(100vw-24px)] p-3"
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-haspopup="dialog"
          className={cx(buttonClass('ghost'), 'text-ink pointer-coarse:h-11')}
        >
          <Icon name="plus" />
          <span className="max-sm:sr-only">{t('compare.add')}</span>
        </button>
      )}
    >
      {(popover) => (
        <ClipChoice
          without={ids}
          letter={letterAt(ids.length)}
          onChoose={(id) => {
            document.getElementById(popover)?.hidePopover()
            router.replace(`/compare?ids=${[...ids, id].join(',')}`)
          }}
        />
      )}
    </Popover>
  )
}
