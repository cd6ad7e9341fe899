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
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(84px,1fr))] gap-2">
        {material.map((one) => (
          <li key={one.label} className="min-w-0">
            <MaterialTile {...one} />
          </li>
        ))}
      </ul>
    </Fact>
  )
}

/** A picture of the item, what the prompt calls it, and its own name, which leads to it. */
function MaterialTile({ label, kind, reference }: Material) {
  const { t, format } = useI18n()
  const media = useMedia(reference)
  const { name } = referenceName(reference)
  const href = media?.content_url ?? (/^https?:/.test(reference) ? reference : null)
  const seconds = media?.duration
  const tile = (
    <>
      <span className="relative grid h-14.5 place-items-center overflow-hidden rounded-sm bg-sunken text-ink-soft shadow-[inset_0_0_0_1px_var(--color-line)]">
        <Icon name={kindIcon[kind]} size={20} />
        {media && <MediaPicture media={media} />}
        {seconds && (
          <span className="absolute right-1 bottom-1 rounded-xs bg-plate px-1.25 text-[10px] leading-4 font-medium text-white">
            {t('task.seconds', {
              seconds: format.number(seconds, { maximumFractionDigits: 1 }),
            })}
          </span>
        )}
      </span>
      <b className="mt-1.25 block truncate text-xs leading-4 font-medium">{label}</b>
      <span className="block truncate text-2xs leading-3.5 text-ink-faint group-hover/tile:text-ink">
        {media?.name ?? name}
      </span>
    </>
  )
  return href === null ? (
    tile
  ) : (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      title={media?.name ?? name}
      className="group/tile block rounded-sm"
    >
      {tile}
    </a>
  )
}
