import { useRouter } from 'next/navigation'
import { notifiesBy, askToNotify } from '@/lib/client/notify'
import { useI18n } from '@/lib/client/i18n'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { notify } from '@/lib/client/notices'
import { remember } from '@/lib/client/remember'
import { asTheme, themeCookie, type Theme } from '@/lib/client/theme'
import type { Command } from './command'

const themeNames = {
  system: 'shell.themeSystem',
  light: 'shell.themeLight',
  dark: 'shell.themeDark',
} as const
const locales = [
  ['en', 'English', '语言 英语 英文'],
  ['zh', '简体中文', 'Chinese 语言 中文 汉语'],
] as const

/** The look of the page, its language, and whether the browser tells what has ended. */
export function useLooks(): Command[] {
  const { t, locale } = useI18n()
  const router = useRouter()
  const theme = asTheme(document.documentElement.dataset.theme)

  const themed = (name: Theme): Command => ({
    id: `theme-${name}`,
    group: 'look',
    icon: 'moon',
    name: `${t('shell.theme')}: ${t(themeNames[name])}`,
    words: t('palette.words.theme'),
    on: theme === name,
    run: () => {
      remember(themeCookie, name)
      document.documentElement.dataset.theme = name
    },
  })
  const spoken = (next: Locale, name: string, words: string): Command => ({
    id: `language-${next}`,
    group: 'look',
    icon: 'languages',
    name: `${t('shell.language')}: ${name}`,
    words: `language ${words}`,
    on: locale === next,
    run: () => {
      remember(localeCookie, next)
      router.refresh()
    },
  })
  const told: Command = {
    id: 'notify',
    group: 'look',
    icon: 'bell',
    name: t('notify.allow'),
    words: t('palette.words.notify'),
    run: () =>
      void askToNotify().then((answer) =>
        notify({ text: t(answer === 'granted' ? 'notify.allowed' : 'notify.denied') }),
      ),
  }
  return [
    ...(['system', 'light', 'dark'] as const).map(themed),
    ...locales.map(([next, name, words]) => spoken(next, name, words)),
    ...(notifiesBy() === 'default' ? [told] : []),
  ]
}
