import type { Scheme } from '@/lib/models/capabilities'
import { mentionKinds } from '@/lib/models/mentions'
import { extensionOf } from '@/lib/models/reference'
import type { ReferenceKind } from './reference-kinds'

const extensions: Record<ReferenceKind, ReadonlySet<string>> = {
  image: new Set([
    'jpg',
    'jpeg',
    'png',
    'webp',
    'gif',
    'bmp',
    'tif',
    'tiff',
    'heic',
    'heif',
    'avif',
  ]),
  video: new Set(['mp4', 'mov', 'm4v', 'webm', 'mkv', 'avi']),
  audio: new Set(['mp3', 'wav', 'm4a', 'aac', 'ogg', 'opus', 'flac']),
}

/** The kind a link's file extension tells, or null where it tells none (asset ids never do). */
export function kindOf(reference: string): ReferenceKind | null {
  const extension = extensionOf(reference)
  return mentionKinds.find((kind) => extensions[kind].has(extension)) ?? null
}

/**
 * Splits pasted text into references, in order, without repeats. Whitespace always parts them; a
 * comma only in front of a scheme, since a link may hold commas of its own.
 */
export function parseReferences(text: string): string[] {
  const parts = text
    .split(/\s+|[,;，；、](?=[a-z]+:\/\/)/i)
    .map((part) => part.replace(/^[<"'“‘(（]+|[>"'”’)）,;，；、]+$/g, ''))
    .filter((part) => part !== '')
  return [...new Set(parts)]
}

/**
 * What was typed as the gateway writes it: a bare word is an asset id where the model takes assets.
 */
export function completeReference(text: string, schemes: readonly Scheme[]): string {
  return schemes.includes('asset') && /^[\w-]+$/.test(text) ? `asset://${text}` : text
}
