import { outputFacts } from '@/components/tasks/task-facts'
import type { Locale } from '@/lib/client/locale'
import type { ShareView } from '@/lib/server/shares/view'
import { words } from '../words'
import { wideAs } from './wide-as'

/** The prompt and the settings, each where the sharer chose to show it. */
export function ShareFacts({ view, locale }: { view: ShareView; locale: Locale }) {
  const { prompt, settings } = view
  if (prompt === null && settings === null) return null
  const t = words(locale)
  const { ratio, resolution, seconds } = outputFacts({
    input: { model: '', prompt: '', ...settings },
  })
  const facts = [
    [t('task.model'), settings?.model],
    [t('task.length'), String(seconds)],
    [t('task.ratio'), ratio],
    [t('task.resolution'), resolution],
  ]
  return (
    <section
      style={wideAs(view)}
      className="mt-4 grid w-full grid-cols-[minmax(0,1fr)] gap-4 border-t px-4 pt-4 pb-2 sm:w-(--wide) sm:px-0"
    >
      {prompt !== null && (
        <div>
          <h2 className="mb-1 text-xs font-medium text-ink-faint">{t('task.prompt')}</h2>
          <p className="max-w-[76ch] overflow-clip text-lg text-pretty wrap-anywhere whitespace-pre-wrap text-ink-soft">
            {prompt}
          </p>
        </div>
      )}
      {settings !== null && (
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-ink-faint">{name}</dt>
              <dd className={name === t('task.model') ? 'font-mono' : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
