import { Icon } from '@/components/ui/icon'
import type { Media } from '@/lib/schemas/media'
import { kindIcon } from './kind-icon'
import { MediaPicture } from './media-picture'
import { SoundWave } from './sound-wave'

const frames = 6

/** An item in a tile: an image as it is, a clip as a strip of film, a sound as its wave. */
export function MediaArt({ media }: { media: Media }) {
  if (media.kind === 'audio') return <SoundWave media={media} />
  if (media.thumbnail_url === null && media.thumbhash === null) {
    return (
      <span className="absolute inset-0 grid place-items-center text-ink-faint">
        <Icon name={kindIcon[media.kind]} size={20} />
      </span>
    )
  }
  if (media.kind === 'image') return <MediaPicture media={media} />
  return (
    <span className="absolute inset-0 grid grid-cols-[repeat(6,1fr)] gap-px bg-[light-dark(var(--color-line-strong),var(--color-stage))] py-1.25">
      {Array.from({ length: frames }, (_, at) => (
        <span key={at} className="relative overflow-hidden bg-pressed">
          <MediaPicture media={media} />
        </span>
      ))}
    </span>
  )
}
