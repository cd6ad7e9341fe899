import 'server-only'
import { inBlocks } from './in-blocks'
import { S3Error, readErrorCode, readUploadId } from './s3-answer'
import type { S3Client } from './s3-client'
import type { ByteSource } from './storage'

/** The least that S3 takes for any part but the last; the most that is held in memory. */
const partBytes = 5 * 1024 ** 2

/**
 * Puts a source of unknown length in place in one step: at once where it is small, in parts where it is
 * not. Parts whose process dies stay with the server, unseen, until its rule for them (docs/storage.md).
 */
export async function putObject(client: S3Client, key: string, source: ByteSource): Promise<void> {
  const blocks = inBlocks(source, () => partBytes)
  const first = (await blocks.next()).value ?? new Uint8Array()
  if (first.length < partBytes) return client.put(key, first)

  const { text } = await client.send({ method: 'POST', key, query: { uploads: '' } })
  const uploadId = readUploadId(text)
  try {
    const etags = [await putPart(client, key, uploadId, 1, first)]
    for await (const block of blocks) {
      etags.push(await putPart(client, key, uploadId, etags.length + 1, block))
    }
    await complete(client, key, uploadId, etags)
  } catch (error) {
    const query = { uploadId }
    await client.send({ method: 'DELETE', key, query }).catch(() => undefined)
    throw error
  }
}

async function putPart(
  client: S3Client,
  key: string,
  uploadId: string,
  number: number,
  block: Uint8Array,
): Promise<string> {
  const query = { partNumber: String(number), uploadId }
  const { headers } = await client.send({ method: 'PUT', key, query }, block)
  return headers['etag'] ?? ''
}

async function complete(
  client: S3Client,
  key: string,
  uploadId: string,
  etags: string[],
): Promise<void> {
  const parts = etags.map(
    (etag, at) =>
      `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag></Part>`,
  )
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
  const { text } = await client.send(
    { method: 'POST', key, query: { uploadId } },
    Buffer.from(body),
  )
  // The answer begins before the work is done, so that its status tells nothing.
  const code = readErrorCode(text)
  if (code) throw new S3Error('POST', 200, code)
}
