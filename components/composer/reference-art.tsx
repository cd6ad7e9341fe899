import { MediaArt } from '@/components/media/media-art'
import { UploadArt } from '@/components/media/upload-art'
import { uploadId } from '@/lib/client/upload-reference'
import { mediaIdOf } from '@/lib/models/reference'
import type { Media } from '@/lib/schemas/media'
import { DrawnArt } from './drawn-art'
import type { ReferenceKind } from './reference-kinds'

type ReferenceArtProps = {
  kind: ReferenceKind
  reference: string
  media: Media | null | undefined
}

/** What stands on a tile: the item's own picture, or for what lies elsewhere a drawn one. */
export function ReferenceArt({ kind, reference, media }: ReferenceArtProps) {
  const id = uploadId(reference)
  if (id !== null) return <UploadArt id={id} kind={kind} />
  if (media) return <MediaArt media={media} />
  return mediaIdOf(reference) === null ? <DrawnArt kind={kind} reference={reference} /> : null
}
