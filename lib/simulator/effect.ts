import type { Fault } from './fault'
import { forbiddenLink, refusal, type Reply } from './reply'
import { invented } from './invented'

/** How an answer travels when it does not simply travel. */
export type Transfer = {
  bytesPerSecond?: number
  /** The connection is cut after so many bytes of the body. */
  cutAt?: number
  ignoreRange?: boolean
  changedEtag?: boolean
}

type Fields = Record<string, unknown>

/** A fault in terms of what the server does differently. */
export type Effect = {
  delayMs?: number
  /** Sent instead of the route's own answer; `drop` closes the connection without a word. */
  instead?: Reply | 'drop'
  /** The route does its work before its answer is thrown away. */
  afterRoute?: boolean
  /** How the task being created will go. */
  ending?: { error_message: string; refund_delay_ms?: number } | 'stuck'
  pace?: number
  /** How the review of the asset being submitted will go. */
  review?: { refusal?: string; factor?: number; expires_ms?: number }
  /** Rewrites `data` of the answer. */
  data?: (data: Fields) => Fields
  /** Rewrites the whole JSON answer. */
  body?: (body: Fields) => unknown
  brokenJson?: boolean
  transfer?: Transfer
}

const html = '<!doctype html><html><body><h1>Bad gateway</h1></body></html>'

function statusReply(fault: Extract<Fault, { kind: 'http_status' }>): Reply {
  const { status, body = 'json', retry_after } = fault
  const headers: Record<string, string> =
    retry_after === undefined ? {} : { 'retry-after': String(retry_after) }
  if (body === 'html') return { status, headers, type: 'text/html; charset=utf-8', text: html }
  if (body === 'empty') return { status, headers, type: 'text/plain', text: '' }
  return { status, headers, json: { code: -1, msg: invented(`HTTP ${status}`), data: null } }
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

function inMilliseconds(data: Fields): Fields {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key.endsWith('_at') && typeof value === 'number' ? value * 1000 : value,
    ]),
  )
}

export function effectOf(fault: Fault): Effect {
  switch (fault.kind) {
    case 'reset':
      return { instead: 'drop' }
    case 'delay':
      return { delayMs: fault.ms }
    case 'drop_reply':
      return { instead: 'drop', afterRoute: fault.after_charge }
    case 'http_status':
      return { instead: statusReply(fault), afterRoute: fault.after_charge }
    case 'broken_json':
      return { brokenJson: true }
    case 'slow_body':
    case 'slow_video':
      return { transfer: { bytesPerSecond: fault.bytes_per_second } }
    case 'refuse':
      return { instead: refusal(fault.code, fault.msg), afterRoute: fault.after_charge }
    case 'minus_one':
      return { instead: refusal(-1, invented('upstream busy')), afterRoute: fault.after_charge }
    case 'success_code':
      return {
        body: (body) =>
          fault.code === null ? without(body, 'code') : { ...body, code: fault.code },
      }
    case 'no_envelope':
      return { body: (body) => body.data }
    case 'no_task_id':
      return { data: (data) => without(data, 'task_id') }
    case 'fail':
      return { ending: fault }
    case 'slow':
      return { pace: fault.factor }
    case 'stuck':
      return { ending: 'stuck' }
    case 'status_word':
      return { data: (data) => ({ ...data, status: fault.word }) }
    case 'not_found':
      return { instead: refusal(20002, '任务不存在') }
    case 'progress_backwards':
      return { data: (data) => ({ ...data, progress: Math.floor(Number(data.progress) / 4) }) }
    case 'milliseconds':
      return { data: inMilliseconds }
    case 'without_cost':
      return { data: (data) => without(data, 'cost') }
    case 'without_link':
      return { data: (data) => without(data, 'result') }
    case 'link_without_scheme':
      return {
        data: (data) => ({
          ...data,
          result: { video_url: `seedance/video/${String(data.task_id)}.mp4` },
        }),
      }
    case 'error_text_in':
      return {
        data: (data) => ({
          ...without(data, 'error_message'),
          [fault.field]: data.error_message,
        }),
      }
    case 'review':
      return { review: fault }
    case 'expired_link':
      return { instead: forbiddenLink }
    case 'truncated_video':
      return { transfer: { cutAt: fault.at_bytes } }
    case 'ignore_range':
      return { transfer: { ignoreRange: true } }
    case 'changed_etag':
      return { transfer: { changedEtag: true } }
    case 'html_video':
      return { instead: { status: 200, type: 'text/html; charset=utf-8', text: html } }
  }
}
