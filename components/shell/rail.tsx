'use client'

import { useState } from 'react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { NotifyWatch } from '@/components/notify/notify-watch'
import { PaletteButton } from '@/components/palette/palette-button'
import type { IconName } from '@/components/ui/icon-name'
import { Icon } from '@/components/ui/icon'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'
import { useRefusal } from '@/lib/client/use-refusal'
import { BrandMark } from './brand-mark'
import { shellParts } from './parts'
import { Preferences } from './preferences'
import { SimulatorBadge } from './simulator-badge'

type Place = { href: string; name: MessageKey; icon: IconName }

const places: readonly Place[] = [
  { href: '/', name: 'shell.studio', icon: 'clapperboard' },
  { href: '/gallery', name: 'gallery.title', icon: 'layout-dashboard' },
  { href: '/assets', name: 'assets.title', icon: 'copy-check' },
  { href: '/settings', name: 'settings.title', icon: 'sliders-horizontal' },
]

/** The slim bar of places: at the left, or on top below 900 px. */
export function Rail() {
  const { t } = useI18n()
  const { simulated } = useConfig()
  const path = usePathname()
  return (
    <header className="sticky top-0 z-20 flex h-13 shrink-0 items-center gap-1 border-b bg-bg px-3 max-[359px]:gap-0 max-[359px]:px-1 desk:h-dvh desk:w-15 desk:flex-col desk:gap-2 desk:border-e desk:border-b-0 desk:px-0 desk:py-3 wide:w-16">
      <a
        href="#content"
        className="sr-only z-30 rounded-md bg-ink px-3 py-2 font-medium text-bg focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('shell.skip')}
      </a>
      <Link
        href="/"
        aria-label={t('shell.brand')}
        className="grid size-10 place-items-center rounded-md max-desk:size-11 max-[359px]:hidden desk:mb-1"
      >
        <BrandMark />
      </Link>
      <nav aria-label={t('shell.places')}>
        <ul className="flex gap-1 max-sm:gap-0 desk:flex-col">
          {places.map((place) => (
            <li key={place.href}>
              <PlaceLink {...place} current={isIn(place.href, path)} />
            </li>
          ))}
        </ul>
      </nav>
      <span className="flex-1" />
      {simulated && <SimulatorBadge />}
      <PaletteButton />
      <Preferences />
      <Turned />
      <NotifyWatch />
    </header>
  )
}

const isIn = (href: string, path: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)

/** Where the server has turned this browser away. */
function Turned() {
  const refusal = useRefusal()
  const part = shellParts.session.use(refusal !== null)
  return refusal && part && <part.SessionBar refusal={refusal} />
}

/** A place's code is fetched when someone is about to go there, never along with another's. */
function PlaceLink({ href, name, icon, current }: Place & { current: boolean }) {
  const { t } = useI18n()
  const [wanted, setWanted] = useState(false)
  const want = () => setWanted(true)
  return (
    <Link
      href={href}
      prefetch={wanted ? null : false}
      onPointerEnter={want}
      onFocus={want}
      aria-current={current ? 'page' : undefined}
      className="flex size-11 flex-col items-center justify-center gap-1 rounded-md text-2xs leading-[13px] text-ink-faint transition-colors hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink desk:h-12.5 desk:w-13"
    >
      <Icon name={icon} size={20} />
      <span className="max-desk:sr-only">{t(name)}</span>
    </Link>
  )
}
