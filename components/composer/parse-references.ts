import type { Scheme } from '@/lib/models/capabilities'

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
