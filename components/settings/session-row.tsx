import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'
import type { Session } from '@/lib/schemas/session'
import { deviceOf } from './device-name'

type SessionRowProps = { session: Session; busy: boolean; onEnd: (device: string) => void }

export function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const { t, format } = useI18n()
  const known = deviceOf(session.user_agent)
  const device = known ? t('settings.sessions.on', known) : t('settings.sessions.unknown')
  const last = t('settings.sessions.last', { date: format.moment(session.last_used_at) })
  return (
    <li className="flex min-h-15 items-center gap-3 py-2 not-first:border-t">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{device}</p>
        <p className="text-xs wrap-anywhere text-ink-faint">
          {session.current ? (
            <b className="font-medium text-ok">{t('settings.sessions.here')}</b>
          ) : (
            last
          )}
          {session.ip && ` · ${session.ip}`}
        </p>
      </div>
      {!session.current && (
        <Button
          kind="quiet"
          aria-label={t('settings.sessions.endOf', { device })}
          disabled={busy}
          onClick={() => onEnd(device)}
          className="pointer-coarse:h-11"
        >
          {t('settings.sessions.end')}
        </Button>
      )}
    </li>
  )
}
