import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { BrandMark } from '@/components/shell/brand-mark'
import { requestLocale } from '../request-locale'
import { words } from './words'

/** Nothing of ours but the name: the page is read by people outside the team, and by machines. */
export async function generateMetadata(): Promise<Metadata> {
  const t = words(await requestLocale())
  return {
    title: { absolute: t('share.clip') },
    description: t('share.about'),
    referrer: 'no-referrer',
    robots: { index: false, follow: false },
  }
}

/** A sheet with the product's name on it: no places, no providers, nothing of the team. */
export default async function ShareLayout({ children }: { children: ReactNode }) {
  const t = words(await requestLocale())
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[56px_1fr_auto]">
      <header className="flex items-center gap-2 px-4 sm:px-5">
        <BrandMark />
        <span className="text-md font-semibold tracking-[-0.01em]">{t('shell.brand')}</span>
      </header>
      {children}
    </div>
  )
}
