import 'server-only'
import { AppError } from '@/lib/errors'
import type { Context } from '@/lib/server/context'
import { isPublicUrl } from '@/lib/server/public-url'
import { isSealed, seal } from './seal'

/**
 * A link by which anyone who has it can read an item for so many seconds: what the gateway is given.
 * Null where nobody outside can reach us, because APP_URL is unset or private.
 */
export async function signContentUrl(
  context: Context,
  id: string,
  seconds: number,
): Promise<string | null> {
  if (!context.appUrl || !isPublicUrl(context.appUrl)) return null
  const expires = String(nowSeconds(context) + seconds)
  const url = new URL(`/api/media/${id}/content`, context.appUrl)
  url.searchParams.set('expires', expires)
  url.searchParams.set('signature', await seal(context, sealedWords(id, expires)))
  return url.href
}

/** Whether a request carries a signature at all. */
export function isSigned(request: Request): boolean {
  return new URL(request.url).searchParams.has('signature')
}

/** Throws `unauthorized` for a signature that is not ours, or whose time is over. */
export async function assertSignature(
  context: Context,
  request: Request,
  id: string,
): Promise<void> {
  const { searchParams } = new URL(request.url)
  const expires = searchParams.get('expires') ?? ''
  const signature = searchParams.get('signature') ?? ''
  const genuine = await isSealed(context, sealedWords(id, expires), signature)
  if (!genuine || Number(expires) < nowSeconds(context)) {
    throw new AppError('unauthorized', 'This link is not valid any more.')
  }
}

function sealedWords(id: string, expires: string): string {
  return `content\n${id}\n${expires}`
}

function nowSeconds({ clock }: Context): number {
  return Math.floor(clock.now().getTime() / 1000)
}
