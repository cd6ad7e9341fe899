import 'server-only'
import type { Dispatcher } from 'undici'
import { EgressError, toEgressError } from './egress-error'

/** What the transport has done so far for one request, over all its redirects. */
export type Progress = { sent: boolean }

/**
 * Sits between undici and the caller: notes the moment from which bytes may leave, caps the body, and
 * turns every failure into an EgressError.
 *
 * undici announces a request (`onRequestStart`) once it has a connected socket, immediately before it
 * writes to it. Until then nothing has left; from then on nothing can be proven.
 */
export function watch(
  progress: Progress,
  maxBytes: number,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, watched(handler, progress, maxBytes))
}

function watched(
  inner: Dispatcher.DispatchHandler,
  progress: Progress,
  maxBytes: number,
): Dispatcher.DispatchHandler {
  let received = 0
  const tooLarge = () =>
    new EgressError('too_large', progress.sent, `The body is over ${maxBytes} bytes`)
  return {
    onRequestStart(controller, context) {
      progress.sent = true
      inner.onRequestStart?.(controller, context)
    },
    onRequestUpgrade(controller, status, headers, socket) {
      inner.onRequestUpgrade?.(controller, status, headers, socket)
    },
    onResponseStart(controller, status, headers, message) {
      inner.onResponseStart?.(controller, status, headers, message)
    },
    onResponseData(controller, chunk) {
      received += chunk.byteLength
      if (received > maxBytes) controller.abort(tooLarge())
      else inner.onResponseData?.(controller, chunk)
    },
    onResponseEnd(controller, trailers) {
      inner.onResponseEnd?.(controller, trailers)
    },
    onResponseError(controller, error) {
      inner.onResponseError?.(controller, toEgressError(error, progress.sent))
    },
  }
}
