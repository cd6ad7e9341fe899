'use client'

import { referenceName } from '@/components/composer/reference-name'
import { kindIcon } from '@/components/media/kind-icon'
import { MediaPicture } from '@/components/media/media-picture'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { useMediaItems } from '@/lib/client/use-media-items'
import { useMedia } from '@/lib/client/use-media'
import { mentionText, type MentionKind } from '@/lib/models/mentions'
import type { Task } from '@/lib/schemas/task'
import { Fact } from './fact'

type Material = { label: string; kind: MentionKind; reference: string }

/** The references as they were asked for. Nothing is fetched from elsewhere to show them. */
export function MaterialFact({ task: { input, material: ids } }: { task: Task }) {
  const { t, locale } = useI18n()
  useMediaItems(ids)
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
            <MaterialArt kind={kind} reference={reference} />
            <span className="shrink-0 font-medium">{label}</span>
            <ReferenceLink reference={reference} />
          </li>
        ))}
      </ul>
    </Fact>
  )
}

function MaterialArt({ kind, reference }: Pick<Material, 'kind' | 'reference'>) {
  const media = useMedia(reference)
  return (
    <span className="relative grid size-8 shrink-0 place-items-center overflow-hidden rounded-sm bg-sunken text-ink-soft shadow-[inset_0_0_0_1px_var(--color-line)]">
      <Icon name={kindIcon[kind]} />
      {media && <MediaPicture media={media} />}
    </span>
  )
}

function ReferenceLink({ reference }: { reference: string }) {
  const media = useMedia(reference)
  const { name, place } = referenceName(reference)
  const words = (
    <>
      <span className="truncate">{name}</span>
      <span className="max-w-[45%] shrink-0 truncate text-xs text-ink-faint">{place}</span>
    </>
  )
  const look = 'flex min-w-0 flex-1 items-baseline justify-between gap-2'
  const href = media?.content_url ?? (/^https?:/.test(reference) ? reference : null)
  return href !== null ? (
    <a
      href={href}
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
