'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useI18n } from '@/lib/client/i18n'

const tabs = [
  { href: '/settings', name: 'settings.tab.team' },
  { href: '/settings/account', name: 'settings.tab.account' },
] as const

/** The two halves of the settings: the team's and one's own. */
export function SettingsTabs() {
  const { t } = useI18n()
  const path = usePathname()
  return (
    <nav aria-label={t('settings.sections')} className="-mx-2.5 flex gap-0.5">
      {tabs.map(({ href, name }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={path === href ? 'page' : undefined}
          className="flex h-8 items-center rounded-md px-2.5 text-ink-soft transition-colors hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:h-11"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
