import { Button } from '@/components/ui/button'
import { Face } from '@/components/ui/face'
import { useI18n } from '@/lib/client/i18n'
import type { TeamMember } from '@/lib/schemas/member'
import { useChangeMember } from './use-change-member'

/** Whoever was taken out of the team, and the way back. */
export function RemovedMembers({ members }: { members: readonly TeamMember[] }) {
  const { t, format } = useI18n()
  const change = useChangeMember()
  if (members.length === 0) return null
  return (
    <>
      <h3 className="mt-6 mb-2 text-xs font-medium text-ink-faint">
        {t('settings.members.removedTitle')}
      </h3>
      <ul className="border-y">
        {members.map(({ id, name, removed_at }) => (
          <li key={id} className="flex min-h-15 items-center gap-3 py-2 not-first:border-t">
            <Face name={name} className="size-8 text-2xs opacity-60" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium text-ink-soft">{name}</p>
              {removed_at && (
                <p className="truncate text-xs text-ink-faint">
                  {t('settings.members.removedOn', { date: format.moment(removed_at) })}
                </p>
              )}
            </div>
            <Button
              kind="quiet"
              aria-label={t('settings.members.restoreOf', { name })}
              disabled={change.isPending}
              className="pointer-coarse:h-11"
              onClick={() =>
                change.mutate({
                  id,
                  change: { removed: false },
                  said: t('settings.members.restored', { name }),
                })
              }
            >
              {t('settings.members.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
