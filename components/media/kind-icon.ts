import type { IconName } from '@/components/ui/icon-name'
import type { MediaKind } from '@/lib/schemas/media'

export const kindIcon: Record<MediaKind, IconName> = {
  image: 'image',
  video: 'film',
  audio: 'audio-lines',
}
