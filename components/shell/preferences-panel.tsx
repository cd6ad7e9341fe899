'use client'

import Link from 'next/link'
import { Face } from '@/components/ui/face'
import { Icon } from '@/components/ui/icon'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { signOut } from '@/lib/client/sign-out'
import { LookChoices } from './look-choices'

const row =
  'flex h-9 w-full items-center gap-2.5 rounded-sm px-2 text-start hover:bg-hover pointer-coarse:h-11'

/** Who one is, the look of the page, and the ways to the account and out. */
export function PreferencesPanel({ popoverId }: { popoverId: string }) {
  const { t } = useI18n()
  const { member, team } = useConfig()
  if (!team) return <LookChoices />
  const leave = () => signOut().catch(() => notify({ text: t('shell.notSignedOut'), tone: 'bad' }))
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <Face name={member.name} className="size-9 text-xs text-ink" />
        <p className="grid min-w-0">
          <b className="truncate font-semibold">{member.name}</b>
          <span className="text-xs text-ink-faint">{t(`settings.role.${member.role}`)}</span>
        </p>
      </div>
      <LookChoices />
      <div className="-mx-2 mt-4 -mb-2 grid border-t pt-2">
        <Link
          href="/settings/account"
          prefetch={false}
          className={row}
          onClick={() => document.getElementById(popoverId)?.hidePopover()}
        >
          <Icon name="sliders-horizontal" size={15} className="text-ink-faint" />
          {t('settings.tab.account')}
        </Link>
        <button type="button" className={row} onClick={() => void leave()}>
          <Icon name="log-out" size={15} className="text-ink-faint" />
          {t('shell.signOut')}
        </button>
      </div>
    </>
  )
}
