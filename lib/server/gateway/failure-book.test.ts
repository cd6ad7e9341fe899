import { describe, expect, test } from 'vitest'
import en from '@/messages/en/failure.json'
import zh from '@/messages/zh/failure.json'
import { ownFailure, provesRefusal, readFailure, type FailureCode } from './failure-book'

describe('a failure after acceptance', () => {
  test.each<[string | null, FailureCode, string]>([
    ['[SY_ERR:10] PROVIDER_MODERATION_ERROR: TRADEMARK', 'moderation_trademark', 'change'],
    ['[SY_ERR:10] PROVIDER_MODERATION_ERROR', 'moderation', 'change'],
    ['PROVIDER_MODERATION_ERROR: something new', 'moderation', 'change'],
    ['[SY_ERR:10] Read timed out', 'fetch_failed', 'same'],
    ['[SY_ERR:10] s3 upload failed', 'fetch_failed', 'same'],
    ['read tcp 10.0.0.1:443: connection reset by peer', 'fetch_failed', 'same'],
    ['video_reference 1 DURATION_TOO_LONG', 'clip_too_long', 'change'],
    [
      "The request failed because the input image 'content[1]' may contain real person. Request id: 02",
      'real_person_image',
      'change',
    ],
    ['InputImageSensitiveContentDetected.PrivacyInformation', 'real_person_image', 'change'],
    [
      "The request failed because the input video 'content[2]' may contain real person.",
      'real_person_video',
      'change',
    ],
    ['InputVideoSensitiveContentDetected.PrivacyInformation', 'real_person_video', 'change'],
    ['InputTextSensitiveContentDetected', 'prompt_refused', 'change'],
    ['code: InputTextRiskDetection', 'prompt_refused', 'change'],
    ['InputImageRiskDetection', 'image_refused', 'change'],
    ['InputImageSensitiveContentDetected', 'image_refused', 'change'],
    ['InputVideoSensitiveContentDetected', 'moderation', 'change'],
    ['OutputVideoSensitiveContentDetected', 'output_refused', 'change'],
    ['OutputAudioSensitiveContentDetected: sound', 'output_refused', 'change'],
    ['InvalidParameter.duration', 'bad_request', 'change'],
    ['asset a-img-1 rejected', 'asset_not_approved', 'change'],
    ['asset is not audited', 'asset_not_approved', 'change'],
    ['素材未通过审核', 'asset_not_approved', 'change'],
    ['cancelled', 'cancelled', 'same'],
    ['canceled', 'cancelled', 'same'],
    ['任务已取消', 'cancelled', 'same'],
    ['生成失败', 'unknown', 'same'],
    ['', 'unknown', 'same'],
    [null, 'unknown', 'same'],
    ['insufficient balance', 'unknown', 'same'],
    ['余额不足', 'unknown', 'same'],
  ])('%j is %s, retry: %s', (message, code, retry) => {
    const failure = readFailure(message, { accepted: true })
    expect(failure).toMatchObject({ code, retry, charged: null })
    expect(failure.message).toBe(en[code].what)
    expect(failure.gateway_message).toBe(message || null)
  })

  test.each([
    [0, false],
    [0.25, null],
    [null, null],
    [undefined, null],
  ])('that cost %j was charged: %j', (cost, charged) => {
    expect(readFailure('Read timed out', { accepted: true, cost }).charged).toBe(charged)
  })
})

describe('a refused create', () => {
  test.each<[string | null, string, FailureCode, string]>([
    [null, '20001', 'invalid_key', 'later'],
    ['', '401', 'invalid_key', 'later'],
    ['Forbidden', '403', 'invalid_key', 'later'],
    ['images cannot be combined with first_image/last_image', '20002', 'bad_request', 'change'],
    [null, '20002', 'bad_request', 'change'],
    ['unprocessable', '422', 'bad_request', 'change'],
    ['no route', '404', 'wrong_path', 'change'],
    ['不支持的模型参数', '20002', 'unsupported_model', 'change'],
    ['配置不存在', '20002', 'no_price', 'change'],
    [
      'model minimax-h3 请改用 POST /api/open-api/v1/minimax/videos，勿使用 /seedance/videos',
      '20002',
      'wrong_path',
      'change',
    ],
    ['insufficient balance', '20002', 'insufficient_balance', 'later'],
    ['Account balance is not enough', '20002', 'insufficient_balance', 'later'],
    ['账户余额不足', '20002', 'insufficient_balance', 'later'],
    ['key quota exhausted', '20002', 'key_quota', 'later'],
    ['Insufficient quota', '20002', 'key_quota', 'later'],
    ['密钥额度已用完', '-1', 'key_quota', 'later'],
    ['asset demo is not active', '20002', 'asset_not_approved', 'change'],
  ])('%j with %s is %s, retry: %s', (message, gatewayCode, code, retry) => {
    const failure = readFailure(message, { accepted: false, gatewayCode })
    expect(failure).toMatchObject({ code, retry, charged: false })
  })

  test.each<[string | null, boolean]>([
    ['余额不足', true],
    ['不支持的模型参数', true],
    ['配置不存在', true],
    ['insufficient balance', true],
    ['upstream busy', false],
    ['PROVIDER_MODERATION_ERROR', false],
    ['Read timed out', false],
    ['任务不存在', false],
    ['', false],
    [null, false],
  ])('is proven by the words %j: %j', (message, proven) => {
    expect(provesRefusal(message)).toBe(proven)
  })
})

test('the gateway’s words are kept, but not without end', () => {
  const { gateway_message } = readFailure('x'.repeat(10_000), { accepted: true })
  expect(gateway_message).toHaveLength(2_000)
})

describe('what ends a task on our side', () => {
  test.each([
    ['unreachable', false, 'later'],
    ['material_not_delivered', false, 'later'],
    ['asset_refused', false, 'change'],
    ['cancelled', false, 'same'],
    ['written_off', null, 'same'],
  ] as const)('%s: charged %s, try %s', (code, charged, retry) => {
    expect(ownFailure(code)).toMatchObject({ code, charged, retry, gateway_message: null })
  })

  test('names the item, whatever it is called', () => {
    const failure = ownFailure('asset_refused', { name: "a $& b $' {name}.png", words: 'a face' })
    expect(failure.message).toContain("“a $& b $' {name}.png”")
    expect(failure).toMatchObject({
      params: { name: "a $& b $' {name}.png" },
      gateway_message: 'a face',
    })
  })
})

test('both languages have the same words for every failure', () => {
  const shape = (book: Record<string, object>) =>
    Object.entries(book).map(([code, words]) => [code, Object.keys(words)])
  expect(shape(zh)).toEqual(shape(en))
  for (const [code, words] of Object.entries({ ...en, ...zh }))
    for (const [part, text] of Object.entries(words)) expect(text, `${code}.${part}`).not.toBe('')
})
