import type { InputCode } from './input-issue'
import type { Scheme } from './model'

const mediaPattern = /^media:\/\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/**
 * What a reference is, or what is wrong with it on every model. It is a string with a scheme
 * (protocol §2.2 X9–X11): a public `https://` link, the `asset://` id of an item in one of the
 * gateway's libraries, or the `media://` id of an item of ours, which never leaves the server.
 */
export function readReference(
  reference: string,
): { scheme: Scheme | 'media' } | { fault: InputCode } {
  if (reference.startsWith('asset://')) {
    return /^asset:\/\/\S+$/.test(reference) ? { scheme: 'asset' } : { fault: 'asset_without_id' }
  }
  if (reference.startsWith('media://')) {
    return mediaIdOf(reference) === null ? { fault: 'media_without_id' } : { scheme: 'media' }
  }
  if (!/^https?:\/\/\S+$/i.test(reference) || !URL.canParse(reference)) {
    return { fault: 'reference_unreadable' }
  }
  const { protocol, username, password } = new URL(reference)
  if (protocol === 'http:') return { fault: 'link_not_secure' }
  return username || password ? { fault: 'link_with_password' } : { scheme: 'https' }
}

/** How a task's input names an item of ours. */
export function mediaReference(id: string): string {
  return `media://${id}`
}

/** The id in a `media://` reference; null for any other. */
export function mediaIdOf(reference: string): string | null {
  return mediaPattern.exec(reference)?.[1] ?? null
}

const imageExtensions = /^(jpe?g|png|webp|gif|bmp|tiff?|hei[cf]|avif)$/

/** The extension of a link's file in lower case; '' where there is none. */
export function extensionOf(reference: string): string {
  const [path = ''] = reference.split(/[?#]/)
  return /[^/]\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}

export function looksLikeImage(reference: string): boolean {
  return imageExtensions.test(extensionOf(reference))
}
