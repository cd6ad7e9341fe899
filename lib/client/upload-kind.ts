import type { MediaKind } from '@/lib/schemas/media'
import { extensionOf } from '@/lib/models/reference'

const extensions: Record<MediaKind, RegExp> = {
  image: /^(jpe?g|png|webp|gif|bmp|tiff?|hei[cf]|avif)$/,
  video: /^(mp4|mov|m4v|webm|mkv|avi)$/,
  audio: /^(mp3|wav|m4a|aac|ogg|opus|flac)$/,
}

const kinds = ['image', 'video', 'audio'] as const

/** The kind a file name or a link tells by its extension; null where it tells none. */
export function kindOfName(name: string): MediaKind | null {
  const extension = extensionOf(name)
  return kinds.find((kind) => extensions[kind].test(extension)) ?? null
}

/** What a file seems to be, for the place it waits in: the server reads what it is. */
export function kindOfFile({ name, type }: Pick<File, 'name' | 'type'>): MediaKind {
  return kinds.find((kind) => type.startsWith(`${kind}/`)) ?? kindOfName(`/${name}`) ?? 'image'
}

/** For a file field: what may be chosen, by type and, where systems know no type, by name. */
export function acceptOf(wanted: readonly MediaKind[]): string {
  const unnamed: Record<MediaKind, string> = {
    image: 'image/*,.heic,.heif,.avif',
    video: 'video/*,.mkv',
    audio: 'audio/*,.opus,.flac',
  }
  return wanted.map((kind) => unnamed[kind]).join(',')
}
