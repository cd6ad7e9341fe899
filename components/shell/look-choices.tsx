'use client'

import { useState, useSyncExternalStore } from 'react'
import { useRouter } from 'next/navigation'
import { NotifyChoice } from '@/components/notify/notify-choice'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { remember } from '@/lib/client/remember'
import { asTheme, themeCookie, type Theme } from '@/lib/client/theme'

const never = () => () => {}

/** Language and theme, kept in cookies: the server's next answer is already in them. */
export function LookChoices() {
  return (
    <div className="grid gap-4">
      <LanguageChoice />
      <ThemeChoice />
      <NotifyChoice />
    </div>
  )
}

function LanguageChoice() {
  const { t, locale } = useI18n()
  const router = useRouter()
  const [chosen, setChosen] = useState(locale)
  const choose = (next: Locale) => {
    setChosen(next)
    remember(localeCookie, next)
    // Renders the server's part anew around the running page: the form keeps what was typed.
    router.refresh()
  }
  return (
    <div>
      <p className="mb-2 text-xs font-medium text-ink-faint">{t('shell.language')}</p>
      <Segmented
        label={t('shell.language')}
        value={chosen}
        onChange={choose}
        segments={[
          { value: 'en', label: <span lang="en">English</span> },
          { value: 'zh', label: <span lang="zh-CN">简体中文</span> },
        ]}
      />
    </div>
  )
}

function ThemeChoice() {
  const { t } = useI18n()
  const found = useSyncExternalStore<Theme>(
    never,
    () => asTheme(document.documentElement.dataset.theme),
    () => 'system',
  )
  const [chosen, setChosen] = useState<Theme | null>(null)
  const choose = (next: Theme) => {
    remember(themeCookie, next)
    document.documentElement.dataset.theme = next
    setChosen(next)
  }
  return (
    <div>
      <p className="mb-2 text-xs font-medium text-ink-faint">{t('shell.theme')}</p>
      <Segmented
        label={t('shell.theme')}
        value={chosen ?? found}
        onChange={choose}
        segments={[
          { value: 'system', label: t('shell.themeSystem') },
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
        ]}
      />
    </div>
  )
}
