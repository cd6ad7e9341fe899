import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { mentionText } from '@/lib/models/mentions'
import { useComposer } from './composer-context'
import { insertMention } from './insert-text'
import { useMentionFlags } from './mention-flags'

/** Words and material that do not meet: told before anyone pays for it. */
export function PromptFlags() {
  const { t, rich, locale } = useI18n()
  const { form } = useComposer()
  const { unused, dangling } = useMentionFlags()
  const bold = (names: readonly string[]) => (
    <b className="font-medium text-ink">{names.join(t('composer.change.comma'))}</b>
  )

  const missing = [
    ...new Set(dangling.map(({ kind, number }) => mentionText(kind, number, locale))),
  ]
  const unnamed = unused.map(({ kind, number }) => mentionText(kind, number, locale))
  const dropMissing = () => {
    let prompt = form.getValues('prompt')
    for (const { start, end } of dangling.toReversed()) {
      prompt = prompt.slice(0, start) + prompt.slice(end).replace(/^ /, '')
    }
    form.setValue('prompt', prompt, { shouldValidate: true })
  }

  return (
    <>
      {missing.length > 0 && (
        <Flag action={t('composer.prompt.drop', { count: missing.length })} onAction={dropMissing}>
          {rich(
            missing.length > 1 ? 'composer.prompt.danglingSeveral' : 'composer.prompt.dangling',
            {
              names: bold(missing),
            },
          )}
        </Flag>
      )}
      {unnamed.length > 0 && (
        <Flag
          action={t('composer.prompt.mention', { count: unnamed.length })}
          onAction={() => insertMention(unnamed.join(' '))}
        >
          {rich(unnamed.length > 1 ? 'composer.prompt.unusedSeveral' : 'composer.prompt.unused', {
            names: bold(unnamed.map((name) => name.slice(1))),
          })}
        </Flag>
      )}
    </>
  )
}

type FlagProps = { action: string; onAction: () => void; children: ReactNode }

function Flag({ action, onAction, children }: FlagProps) {
  return (
    <p className="mt-2 flex items-start gap-2 px-0.5 text-xs leading-4.5 text-ink-soft">
      <Icon name="triangle-exclamation-point" className="mt-px text-warn" />
      <span className="flex-1">{children}</span>
      <button type="button" className="text-link" onClick={onAction}>
        {action}
      </button>
    </p>
  )
}
