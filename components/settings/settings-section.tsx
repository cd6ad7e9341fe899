import { useId, type ReactNode } from 'react'

type SettingsSectionProps = {
  title: string
  text?: ReactNode
  /** At the end of the title's line. */
  end?: ReactNode
  children: ReactNode
}

/** One matter of the settings: its name, a sentence, and what can be set. */
export function SettingsSection({ title, text, end, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="pt-8 first:pt-4">
      <div className="mb-3 flex min-h-8 items-center gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-md font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          {text && <p className="mt-0.5 text-ink-soft">{text}</p>}
        </div>
        {end}
      </div>
      {children}
    </section>
  )
}
