'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import { localeCookie } from '@/lib/client/locale'
import { remember } from '@/lib/client/remember'

/** The other language, in its own words. */
export function LanguageSwitch() {
  const { locale } = useI18n()
  const router = useRouter()
  const other = locale === 'en' ? 'zh' : 'en'
  const change = () => {
    remember(localeCookie, other)
    // The form keeps what was typed.
    router.refresh()
  }
  return (
    <Button kind="ghost" onClick={change} className="pointer-coarse:h-11">
      {other === 'zh' ? <span lang="zh-CN">简体中文</span> : <span lang="en">English</span>}
    </Button>
  )
}
