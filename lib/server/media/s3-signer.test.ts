import { expect, test } from 'vitest'
import { createS3Signer } from './s3-signer'

/** The example of Amazon's documentation: "Authenticating Requests: Using Query Parameters". */
test('a link is signed as the specification shows it', async () => {
  const signer = createS3Signer(
    {
      bucketUrl: 'https://examplebucket.s3.amazonaws.com/',
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    () => new Date('2013-05-24T00:00:00Z'),
  )
  const link = new URL(await signer.presign({ method: 'GET', key: 'test.txt' }, 86_400))
  expect(link.searchParams.get('X-Amz-Signature')).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})
