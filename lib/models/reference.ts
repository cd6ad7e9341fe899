import type { InputCode } from './input-issue'
import type { Scheme } from './model'

/**
 * What a reference is, or what is wrong with it on every model. It is a string with a scheme
 * (protocol §2.2 X9–X11): a public `https://` link, or the `asset://` id of an item in one of the
 * gateway's libraries.
 */
export function readReference(reference: string): { scheme: Scheme } | { fault: InputCode } {
  if (reference.startsWith('asset://')) {
    return /^asset:\/\/\S+$/.test(reference) ? { scheme: 'asset' } : { fault: 'asset_without_id' }
  }
  if (!/^https?:\/\/\S+$/i.test(reference) || !URL.canParse(reference)) {
    return { fault: 'reference_unreadable' }
  }
  const { protocol, username, password } = new URL(reference)
  if (protocol === 'http:') return { fault: 'link_not_secure' }
  return username || password ? { fault: 'link_with_password' } : { scheme: 'https' }
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
