import 'server-only'
import type { Readable } from 'node:stream'
import { EgressError } from './egress-error'
import type { Progress } from './egress-watch'

export type Limit = {
  /** Fires with an EgressError as its reason. */
  signal: AbortSignal
  /** The promise, or the limit's end if that comes first: undici itself cannot be aborted while it connects. */
  race<T>(promise: Promise<T>): Promise<T>
  /** Keeps the limit for as long as the body is open. */
  hold(body: Readable): void
  release(): void
}

/** The caller's signal and the total time in one. `total` is in milliseconds. */
export function createLimit(
  progress: Progress,
  outer: AbortSignal | undefined,
  total: number | undefined,
): Limit {
  const controller = new AbortController()
  const { signal } = controller
  const abort = () =>
    controller.abort(new EgressError('aborted', progress.sent, 'The request was cancelled'))
  const expire = () =>
    controller.abort(new EgressError('timeout', progress.sent, `Not done within ${total} ms`))
  const timer = total === undefined ? undefined : setTimeout(expire, total)
  const release = () => {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }

  outer?.addEventListener('abort', abort)
  if (outer?.aborted) abort()

  return {
    signal,
    race: (promise) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason as EgressError)
        if (signal.aborted) stop()
        signal.addEventListener('abort', stop, { once: true })
        promise.then(resolve, reject)
      }),
    hold: (body) => void body.once('close', release),
    release,
  }
}
