import { useI18n } from '@/lib/client/i18n'
import { parseMentions } from '@/lib/models/mentions'
import { useValue } from './composer-context'

/**
 * The prompt's words once more, behind the field and unseen but for the wash under each mention.
 * It lies in the same place with the same type, so it also gives the field its height.
 */
export function PromptOverlay({ className }: { className: string }) {
  const prompt = useValue('prompt')
  const { t } = useI18n()
  const parts: { text: string; mention: boolean }[] = []
  let done = 0
  for (const { start, end } of parseMentions(prompt)) {
    parts.push({ text: prompt.slice(done, start), mention: false })
    parts.push({ text: prompt.slice(start, end), mention: true })
    done = end
  }
  parts.push({ text: prompt.slice(done), mention: false })
  return (
    <div aria-hidden data-prompt-overlay className={className}>
      {prompt === '' ? t('composer.prompt.placeholder') : null}
      {parts.map(({ text, mention }, at) =>
        mention ? (
          <span
            key={at}
            className="rounded-[5px] bg-pressed shadow-[0_0_0_2px_var(--color-pressed)]"
          >
            {text}
          </span>
        ) : (
          text
        ),
      )}
      {'\u200b'}
    </div>
  )
}
