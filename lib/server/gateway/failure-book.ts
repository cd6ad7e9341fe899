import 'server-only'
import type { TaskFailure } from '@/lib/schemas/task'
import words from '@/messages/en/failure.json'

export type FailureCode = keyof typeof words

type Entry = {
  code: FailureCode
  text: RegExp
  /**
   * Only of an answer to a create. After acceptance the same words tell of the gateway's own trouble
   * with the service behind it ("insufficient balance" is then not the customer's).
   */
  refusal?: true
}

/**
 * Known failure texts, closest first, matched anywhere in the text: prefixes such as `[SY_ERR:10]` come
 * from one upstream only (protocol §8.1). The gateway's own words are §2.4; the texts about balance,
 * quota and assets are nowhere verbatim, so those patterns are wide.
 */
const book: readonly Entry[] = [
  { code: 'moderation_trademark', text: /MODERATION_ERROR\W*TRADEMARK/i },
  {
    code: 'real_person_image',
    text: /InputImageSensitiveContentDetected\.PrivacyInformation|input image.*real person/is,
  },
  {
    code: 'real_person_video',
    text: /InputVideoSensitiveContentDetected\.PrivacyInformation|input video.*real person/is,
  },
  { code: 'prompt_refused', text: /InputText(SensitiveContent|Risk)Detect/i },
  { code: 'image_refused', text: /InputImage(SensitiveContent|Risk)Detect/i },
  { code: 'output_refused', text: /Output\w*(SensitiveContent|Risk)Detect/i },
  { code: 'moderation', text: /MODERATION_ERROR|(SensitiveContent|Risk)Detect/i },
  { code: 'clip_too_long', text: /DURATION_TOO_LONG/i },
  { code: 'fetch_failed', text: /read timed out|s3 upload failed|connection reset by peer/i },
  {
    code: 'asset_not_approved',
    text: /\bassets?\b.*\b(reject|not (active|approved|audited|found|exist)|does not exist|pending)|素材.*(审核|未通过|不存在|不可用)/is,
  },
  {
    code: 'insufficient_balance',
    text: /insufficient\W.{0,20}\bbalance|\bbalance\b.{0,20}(insufficient|not enough|too low)|余额不足/i,
    refusal: true,
  },
  {
    code: 'key_quota',
    text: /\bquota\b.{0,30}(exceed|exhaust|insufficient|used up|not enough|reached)|(exceed|exhaust|insufficient)\w*\W.{0,20}\bquota|(额度|配额).{0,6}(不足|用完|用尽|耗尽|超)/i,
    refusal: true,
  },
  { code: 'unsupported_model', text: /不支持的模型/, refusal: true },
  { code: 'no_price', text: /配置不存在/, refusal: true },
  { code: 'wrong_path', text: /请改用\s*POST|勿使用\s*\/seedance\/videos/i, refusal: true },
  { code: 'bad_request', text: /InvalidParameter/ },
  { code: 'cancelled', text: /\bcancell?ed\b|已取消/i },
]

const byGatewayCode: Record<string, FailureCode> = {
  '20001': 'invalid_key',
  '401': 'invalid_key',
  '403': 'invalid_key',
  '404': 'wrong_path',
  '405': 'wrong_path',
}

/** What a new try needs. Everything else wants another input. */
const retries: Partial<Record<FailureCode, TaskFailure['retry']>> = {
  fetch_failed: 'same',
  cancelled: 'same',
  unknown: 'same',
  insufficient_balance: 'later',
  key_quota: 'later',
  invalid_key: 'later',
}

export type FailureContext = {
  /** The gateway took the task (a task id exists), so that it was charged for at least a while. */
  accepted: boolean
  /** The gateway's code, or the HTTP status, of a refusal. */
  gatewayCode?: string
  /** What the gateway says the failed task cost, in JimiCoin. */
  cost?: number | null
}

/**
 * Reads the gateway's words about a failure. `charged` is claimed only as far as it is known: a refused
 * create costs nothing; an accepted task was charged, and its refund counts once the gateway says that it
 * cost 0. When refunds land is documented nowhere (protocol §6.3), so without that word it stays null.
 */
export function readFailure(message: string | null, context: FailureContext): TaskFailure {
  const text = message?.trim() ?? ''
  const code = codeOf(text, context)
  return {
    code,
    message: words[code].what,
    charged: !context.accepted || context.cost === 0 ? false : null,
    retry: retries[code] ?? 'change',
    gateway_message: text === '' ? null : text.slice(0, 2_000),
  }
}

type OwnCode =
  'unreachable' | 'material_not_delivered' | 'asset_refused' | 'cancelled' | 'written_off'

const ownRetries: Record<OwnCode, TaskFailure['retry']> = {
  unreachable: 'later',
  material_not_delivered: 'later',
  asset_refused: 'change',
  cancelled: 'same',
  written_off: 'same',
}

/**
 * What ends a task on our side: nothing was sent, or nobody ever learned what became of it. `name` is
 * the item of material that it is about; `words` are the gateway's about that item.
 */
export function ownFailure(
  code: OwnCode,
  about?: { name: string; words: string | null },
): TaskFailure {
  return {
    code,
    message: words[code].what.replace('{name}', () => about?.name ?? ''),
    ...(about && { params: { name: about.name } }),
    charged: code === 'written_off' ? null : false,
    retry: ownRetries[code],
    gateway_message: about?.words ?? null,
  }
}

/**
 * Whether words by themselves prove that a create was refused: what the gateway checks before it makes a
 * task. Its code -1 says nothing of the kind, and balance and quota have no code of their own (§1.4).
 */
export function provesRefusal(message: string | null): boolean {
  return book.some((entry) => entry.refusal === true && entry.text.test(message ?? ''))
}

function codeOf(text: string, { accepted, gatewayCode }: FailureContext): FailureCode {
  const known = book.find((entry) => !(accepted && entry.refusal) && entry.text.test(text))
  if (known) return known.code
  if (accepted) return 'unknown'
  return byGatewayCode[gatewayCode ?? ''] ?? 'bad_request'
}
