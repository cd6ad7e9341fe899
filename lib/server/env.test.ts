import { describe, expect, test } from 'vitest'
import { parseEnv, parseS3 } from './env'

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
