'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { useI18n } from '@/lib/client/i18n'
import { useNow } from '@/lib/client/now'
import type { Share } from '@/lib/schemas/share'
import { useRevokeShare } from './use-shares'

/** One link: what it shows, how long it works, a copy of it, and the way to take it back. */
export function ShareLink({ taskId, share }: { taskId: string; share: Share }) {
  const { t } = useI18n()
  const revoke = useRevokeShare(taskId)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  const name = share.caption || t('share.clip')

  const copy = async () => {
    const copied = await writeText(share.url)
    setSaid(copied ? 'copied' : 'notCopied')
  }

  return (
    <li className="py-2.5">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <p className="truncate">{name}</p>
          <Facts share={share} />
        </div>
        <a
          href={share.url}
          target="_blank"
          rel="noreferrer"
          className="text-link mx-2 max-sm:hidden"
        >
          {t('share.open')}
        </a>
        <IconButton
          icon={said === 'copied' ? 'check' : 'copy'}
          label={t('share.copy')}
          onClick={() => void copy()}
          className="max-sm:size-11"
        />
        <IconButton
          icon="trash"
          label={t('share.revokeLink', { name })}
          tip="none"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
          className="max-sm:size-11"
        />
      </div>
      <p role="status" className={said === 'notCopied' ? 'mt-1 text-bad' : 'sr-only'}>
        {said && t(`share.${said}`)}
      </p>
      {said === 'notCopied' && (
        <p className="mt-1 font-mono text-2xs break-all select-all">{share.url}</p>
      )}
      {asking && (
        <div className="mt-2 flex items-center gap-2">
          <p className="flex-1 text-ink-soft">
            {revoke.isError ? t('feed.notSaved') : t('share.sure')}
          </p>
          <Button kind="ghost" size="sm" onClick={() => setAsking(false)}>
            {t('share.keep')}
          </Button>
          <Button
            kind="danger"
            size="sm"
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(share.id)}
          >
            {t('share.revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** `prompt, download · until Sunday 6 December` */
function Facts({ share }: { share: Share }) {
  const { t, format } = useI18n()
  const now = useNow(false)
  const shows = [
    share.show_prompt && t('share.shows.prompt'),
    share.show_settings && t('share.shows.settings'),
    share.allow_download && t('share.shows.download'),
  ].filter((word) => word !== false)
  const { expires_at: end } = share
  const ended = end !== null && Date.parse(end) <= now
  const life =
    end === null
      ? t('share.worksAlways')
      : t(ended ? 'share.ended' : 'share.worksUntil', { date: format.day(end) })
  return (
    <p className="text-xs text-ink-faint">
      {[...shows, life].map((part, at) => (
        <span key={part} className={part === life && ended ? 'text-warn' : undefined}>
          {at > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  )
}

async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
