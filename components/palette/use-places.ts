import { usePathname, useRouter } from 'next/navigation'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast } from '@/lib/models/access'
import type { Command } from './command'
import { whenThere } from './when-there'

/** Where one can go: the places, and the views of them that people return to. */
export function usePlaces(): Command[] {
  const { t } = useI18n()
  const router = useRouter()
  const path = usePathname()
  const { member, team } = useConfig()

  const place = (
    href: string,
    icon: Command['icon'],
    name: string,
    rest: Partial<Command> = {},
  ): Command => ({
    id: href,
    group: 'go',
    icon,
    name,
    on: path === href,
    run: () => router.push(href),
    ...rest,
  })

  const gallery = t('gallery.title')
  const settings = t('settings.title')
  return [
    place('/', 'clapperboard', t('shell.studio')),
    place('/gallery', 'layout-dashboard', gallery, { words: t('palette.words.gallery') }),
    place('/assets', 'copy-check', t('assets.title'), { words: t('palette.words.assets') }),
    place('/?show=running', 'clock', t('palette.running'), { fact: t('shell.studio') }),
    place('/?show=attention', 'circle-exclamation-point', t('palette.attention'), {
      fact: t('shell.studio'),
    }),
    place('/gallery?favourite=true', 'star', t('palette.favourites'), { fact: gallery }),
    ...(team
      ? [place(`/gallery?author=${member.id}`, 'film', t('palette.mine'), { fact: gallery })]
      : []),
    ...(isAtLeast(member, 'creator')
      ? [place('/gallery?hidden=true', 'eye-off', t('palette.hidden'), { fact: gallery })]
      : []),
    place('/settings', 'sliders-horizontal', settings, { words: t('palette.words.settings') }),
    ...(team
      ? [
          place('/settings/account', 'user-check', t('settings.tab.account'), {
            fact: settings,
            words: t('palette.words.account'),
          }),
        ]
      : []),
    ...(team && member.role === 'admin'
      ? [
          place('/settings', 'user-plus', t('palette.invite'), {
            id: 'invite',
            fact: settings,
            words: t('palette.words.members'),
            on: false,
            run: () => {
              router.push('/settings')
              whenThere('[data-invite]', (button) => button.click())
            },
          }),
        ]
      : []),
  ]
}
