'use client'

import type { IconName } from '@/components/ui/icon-name'
import { referenceName } from '@/components/composer/reference-name'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { mentionText, type MentionKind } from '@/lib/models/mentions'
import type { TaskInput } from '@/lib/schemas/task-input'
import { Fact } from './fact'

const icons: Record<MentionKind, IconName> = {
  image: 'image',
  video: 'film',
  audio: 'audio-lines',
}

type Material = { label: string; kind: MentionKind; reference: string }

/** The references as they were sent. Nothing is fetched from where they lie to show them. */
export function MaterialFact({ input }: { input: TaskInput }) {
  const { t, locale } = useI18n()
  const frame = (label: string, reference: string | undefined): Material[] =>
    reference ? [{ label, kind: 'image', reference }] : []
  const list = (kind: MentionKind, references: readonly string[] = []): Material[] =>
    references.map((reference, at) => ({
      label: mentionText(kind, at + 1, locale),
      kind,
      reference,
    }))
  const material = [
    ...frame(t('task.firstFrame'), input.first_image),
    ...frame(t('task.lastFrame'), input.last_image),
    ...list('image', input.images),
    ...list('video', input.reference_videos),
    ...list('audio', input.reference_audios),
  ]
  if (material.length === 0) return null
  return (
    <Fact title={t('task.material')}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {material.map(({ label, kind, reference }) => (
          <li key={label} className="flex items-center gap-2.5">
            <span className="grid size-8 shrink-0 place-items-center rounded-sm bg-sunken text-ink-soft shadow-[inset_0_0_0_1px_var(--color-line)]">
              <Icon name={icons[kind]} />
            </span>
            <span className="shrink-0 font-medium">{label}</span>
            <ReferenceLink reference={reference} />
          </li>
        ))}
      </ul>
    </Fact>
  )
}

function ReferenceLink({ reference }: { reference: string }) {
  const { name, place } = referenceName(reference)
  const words = (
    <>
      <span className="truncate">{name}</span>
      <span className="max-w-[45%] shrink-0 truncate text-xs text-ink-faint">{place}</span>
    </>
  )
  const look = 'flex min-w-0 flex-1 items-baseline justify-between gap-2'
  return /^https?:/.test(reference) ? (
    <a
      href={reference}
      target="_blank"
      rel="noreferrer"
      className={`${look} underline decoration-line-strong underline-offset-3 hover:decoration-current`}
    >
      {words}
    </a>
  ) : (
    <span className={look}>{words}</span>
  )
}
