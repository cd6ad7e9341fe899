import { Face } from '@/components/ui/face'
import { Icon } from '@/components/ui/icon'
import { useConfig } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'

/** Whose it is, where there is a team; and that the team does not see it. */
export function AuthorMark({ task }: { task: Task }) {
  const { t } = useI18n()
  const { team } = useConfig()
  if (!team) return null
  const { name } = task.author
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-1.5" title={name}>
      <Face name={name} className="size-4.25! text-[8px]!" />
      <span className="max-w-24 truncate text-ink-soft @max-[320px]:sr-only">{name}</span>
      {task.visibility === 'private' && (
        <>
          <Icon name="lock" size={12} />
          <span className="sr-only">{t('task.visibility.private')}</span>
        </>
      )}
    </span>
  )
}
