import { describe, expect, test } from 'vitest'
import { parseEnv, parseS3, readOidc, readWebhook } from './env'

const base = { DATABASE_URL: 'postgresql://localhost/dailies' }
const bucket = {
  STORAGE: 's3',
  S3_BUCKET: 'clips',
  S3_ACCESS_KEY_ID: 'key-canary',
  S3_SECRET_ACCESS_KEY: 'secret-canary',
}

test('media live on the local disk unless told otherwise', () => {
  expect(parseEnv(base).s3).toBeNull()
  expect(parseEnv({ ...base, ...bucket, STORAGE: 'local' }).s3).toBeNull()
})

describe('the address of a bucket', () => {
  test.each<[Record<string, string>, string]>([
    [{}, 'https://clips.s3.us-east-1.amazonaws.com/'],
    [{ S3_REGION: 'eu-west-1' }, 'https://clips.s3.eu-west-1.amazonaws.com/'],
    [{ S3_FORCE_PATH_STYLE: 'true' }, 'https://s3.us-east-1.amazonaws.com/clips/'],
    [{ S3_ENDPOINT: 'https://account.r2.test' }, 'https://clips.account.r2.test/'],
    [
      { S3_ENDPOINT: 'http://127.0.0.1:9000', S3_FORCE_PATH_STYLE: '1' },
      'http://127.0.0.1:9000/clips/',
    ],
    [
      { S3_ENDPOINT: 'https://files.test/s3/', S3_FORCE_PATH_STYLE: 'yes' },
      'https://files.test/s3/clips/',
    ],
  ])('%j is %s', (variables, url) => {
    expect(parseEnv({ ...base, ...bucket, ...variables }).s3?.bucketUrl).toBe(url)
  })
})

describe('what is wrong is named, and no value told', () => {
  test.each<[Record<string, string>, string]>([
    [{ S3_BUCKET: '' }, 'S3_BUCKET: is missing'],
    [{ S3_ACCESS_KEY_ID: ' ' }, 'S3_ACCESS_KEY_ID: is missing'],
    [{ S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY: is missing'],
    [{ S3_BUCKET: 'no/bucket' }, 'S3_BUCKET: is not valid'],
    [{ S3_ENDPOINT: 'files.test' }, 'S3_ENDPOINT: is not valid'],
    [{ S3_FORCE_PATH_STYLE: 'perhaps' }, 'S3_FORCE_PATH_STYLE: is not valid'],
  ])('%j: %s', (variables, fault) => {
    const read = () => parseEnv({ ...base, ...bucket, ...variables })
    expect(read).toThrow(fault)
    expect(read).not.toThrow(/canary/)
  })

  test('a kind of storage that is none', () => {
    expect(() => parseEnv({ ...base, STORAGE: 'tape' })).toThrow('STORAGE: is not valid')
  })

  test('the bucket alone, for those who need nothing else', () => {
    expect(parseS3(bucket)).toMatchObject({ accessKeyId: 'key-canary' })
    expect(() => parseS3({})).toThrow(/S3_BUCKET[^]*S3_ACCESS_KEY_ID[^]*S3_SECRET_ACCESS_KEY/)
  })
})

describe('the address of a team', () => {
  test.each([
    ['https://dailies.example', true],
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3000', true],
    ['http://dailies.example', false],
    ['http://127.0.0.1.example', false],
    ['ftp://dailies.example', false],
    ['dailies.example', false],
  ])('is %s: %s', (APP_URL, taken) => {
    const parse = () => parseEnv({ ...base, APP_URL, SEEDANCE_API_KEY: 'key-canary' })
    if (taken) expect(parse().APP_URL).toBe(APP_URL)
    else expect(parse).toThrow('APP_URL: is not valid')
  })
})

describe('the sign-in of a company', () => {
  const oidc = {
    OIDC_ISSUER: 'https://id.example/realm',
    OIDC_CLIENT_ID: 'dailies',
    OIDC_CLIENT_SECRET: 'secret-canary',
  }

  test('is all three variables, or none', () => {
    expect(readOidc(parseEnv(base))).toBeNull()
    expect(readOidc(parseEnv({ ...base, ...oidc }))).toEqual({
      issuer: 'https://id.example/realm',
      clientId: 'dailies',
      clientSecret: 'secret-canary',
    })
    for (const name of Object.keys(oidc)) {
      const parsed = parseEnv({ ...base, ...oidc, [name]: '' })
      expect(() => readOidc(parsed)).toThrow(`${name}: is missing`)
      expect(() => readOidc(parsed)).not.toThrow('canary')
    }
  })

  test('sends no secret in the clear over a network', () => {
    expect(() => parseEnv({ ...base, ...oidc, OIDC_ISSUER: 'http://id.example' })).toThrow(
      'OIDC_ISSUER: is not valid',
    )
  })
})

test('a webhook has an address and what signs it', () => {
  const webhook = { NOTIFY_WEBHOOK_URL: 'https://chat.example/x' }
  expect(readWebhook(parseEnv(base))).toBeNull()
  expect(() => readWebhook(parseEnv({ ...base, ...webhook }))).toThrow(
    'NOTIFY_WEBHOOK_SECRET: is missing',
  )
})
