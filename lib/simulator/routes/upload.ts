import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invented } from '../invented'
import { signedLink } from '../link'
import { mimeTypeOf } from '../mime-types'
import { refusal, success, type Reply } from '../reply'
import { gatewayRoute, type Call, type World } from '../route'
import { uploadPath } from './files'

const maxFile = 100 * 1024 * 1024
/** Boundaries and part headers around the file. */
const framing = 64 * 1024

/** File upload (protocol §5.1). */
export const uploadRoutes = [
  gatewayRoute('POST', '/api/open-api/v1/files/upload', upload, { maxBody: maxFile + framing }),
]

async function upload(call: Call, world: World): Promise<Reply> {
  const file = await fileIn(call)
  if (file === null) return refusal(20002, invented('one multipart part named "file" is needed'))
  const mime_type = mimeTypeOf(file.name)
  if (mime_type === undefined) {
    return refusal(20002, invented(`files like "${file.name}" are not accepted`))
  }
  if (file.size > maxFile) return refusal(20002, invented('files may have at most 100 MB'))

  const { state, uploadsDir, publicUrl, successCode } = world
  const id = randomBytes(9).toString('hex')
  const now = world.now()
  await writeFile(join(uploadsDir, id), await file.bytes())
  const record = { id, at: now, filename: file.name, size: file.size, mime_type, expired: false }
  state.commit({ type: 'upload', upload: record })
  return success(successCode, {
    url: signedLink(publicUrl, uploadPath(id, file.name), state.secret, now),
    filename: file.name,
    size: file.size,
    mime_type,
  })
}

type ReceivedFile = { name: string; size: number; bytes(): Promise<Buffer> }

async function fileIn({ headers, body }: Call): Promise<ReceivedFile | null> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const file = form.get('file')
    if (file === null || typeof file === 'string') return null
    const bytes = async () => Buffer.from(await file.arrayBuffer())
    return { name: file.name, size: file.size, bytes }
  } catch {
    return null
  }
}
