'use client'

import { useI18n } from '@/lib/client/i18n'
import { cx } from '@/components/ui/cx'

/** An amount of JimiCoin behind its small coin; a dash where the price is unknown. */
export function Coins({ amount, className }: { amount: number | null; className?: string }) {
  const { t, format } = useI18n()
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-0.75', className)}>
      <svg
        viewBox="0 0 24 24"
        width={13}
        height={13}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        aria-hidden
      >
        <circle cx="12" cy="12" r="8" />
        <path d="M13.8 8.5v5.2a2.2 2.2 0 0 1-4.3.6" />
      </svg>
      <span className="sr-only">JimiCoin </span>
      {amount === null ? t('feed.unknownPrice') : amount === 0 ? '0' : format.money(amount)}
    </span>
  )
}
