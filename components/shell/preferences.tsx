'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/client/i18n'
import { localeCookie, type Locale } from '@/lib/client/locale'
import { remember } from '@/lib/client/remember'
import { asTheme, themeCookie, type Theme } from '@/lib/client/theme'
import { useRailAlign } from './use-rail-align'

/** Language and theme, kept in cookies: the server's next answer is already in them. */
export function Preferences() {
  const { t } = useI18n()
  const align = useRailAlign()
  return (
    <Popover
      align={align}
      role="dialog"
      label={t('shell.preferences')}
      className="w-72 p-4"
      trigger={(props) => (
        <IconButton
          {...props}
          icon="sliders-horizontal"
          iconSize={18}
          label={t('shell.preferences')}
          tip="rail"
          className="size-11 desk:size-9"
        />
      )}
    >
      {() => (
        <div className="grid gap-4">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      )}
    </Popover>
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
  const [theme, setTheme] = useState(() => asTheme(document.documentElement.dataset.theme))
  const choose = (next: Theme) => {
    remember(themeCookie, next)
    document.documentElement.dataset.theme = next
    setTheme(next)
  }
  return (
    <div>
      <p className="mb-2 text-xs font-medium text-ink-faint">{t('shell.theme')}</p>
      <Segmented
        label={t('shell.theme')}
        value={theme}
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
