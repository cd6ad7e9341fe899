'use client'

import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { useI18n } from '@/lib/client/i18n'
import { useRailAlign } from './use-rail-align'

/** Says on every screen that no key is set and nothing is charged; pressing it says what to do about it. */
export function SimulatorBadge() {
  const { t, rich } = useI18n()
  const align = useRailAlign()
  return (
    <Popover
      align={align}
      role="dialog"
      label={t('shell.simulatorTitle')}
      className="w-[min(320px,calc(100vw-24px))] p-4"
      trigger={(props) => (
        <button
          type="button"
          {...props}
          className="flex items-center gap-2 rounded-md px-2.5 text-2xs leading-[13px] text-ink-soft transition-colors hover:bg-hover hover:text-ink max-desk:h-11 max-sm:flex-col max-sm:justify-center max-sm:gap-0.5 max-sm:px-1 desk:w-13 desk:flex-col desk:gap-1 desk:px-0 desk:py-2"
        >
          <Icon name="flask-conical" size={18} className="text-ok" />
          <span className="flex gap-1 desk:flex-col desk:items-center desk:gap-0">
            <span className="font-medium">{t('shell.simulator')}</span>
            <span className="max-sm:hidden desk:hidden" aria-hidden>
              ·
            </span>
            <span className="text-ink-faint max-sm:sr-only">{t('shell.noCharge')}</span>
          </span>
        </button>
      )}
    >
      {() => (
        <>
          <h2 className="flex items-center gap-2 text-md font-semibold">
            <Icon name="flask-conical" className="text-ok" />
            {t('shell.simulatorTitle')}
          </h2>
          <p className="mt-2 text-ink-soft">{t('shell.simulatorText')}</p>
          <p className="mt-2 text-ink-soft">
            {rich('shell.simulatorHow', {
              variable: <code className="font-mono text-xs text-ink">SEEDANCE_API_KEY</code>,
            })}
          </p>
        </>
      )}
    </Popover>
  )
}
