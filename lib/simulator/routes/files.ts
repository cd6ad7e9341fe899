import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { stateOf } from '../lifecycle'
import { isLinkAlive } from '../link'
import { forbiddenLink, type Reply } from '../reply'
import { openRoute, type Call, type World } from '../route'

/** What the signed links of results and uploads lead to. */
export const fileRoutes = [
  openRoute('GET', '/files/videos/:id/video.mp4', sendVideo, { stage: 'video' }),
  openRoute('GET', '/files/uploads/:id/:name', sendUpload),
]

export function videoPath(taskId: string): string {
  return `/files/videos/${taskId}/video.mp4`
}

export function uploadPath(id: string, filename: string): string {
  return `/files/uploads/${id}/${encodeURIComponent(filename)}`
}

const missing: Reply = {
  status: 404,
  type: 'application/xml',
  text: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code></Error>',
}

function isAllowed(call: Call, world: World): boolean {
  return isLinkAlive(call.path, call.query, world.state.secret, world.now())
}

/** Waits for the rendering when it is not done yet. */
async function sendVideo(call: Call, world: World): Promise<Reply> {
  if (!isAllowed(call, world)) return forbiddenLink
  const task = world.state.tasks.get(call.params.id ?? '')
  if (task === undefined || stateOf(task, world.now()).status !== 'completed') return missing
  const file = await world.media.video(task)
  const { size } = await stat(file)
  const etag = `"${basename(file, '.mp4')}-${size.toString(16)}"`
  return { file, type: 'video/mp4', etag }
}

async function sendUpload(call: Call, world: World): Promise<Reply> {
  if (!isAllowed(call, world)) return forbiddenLink
  const upload = world.state.uploads.get(call.params.id ?? '')
  if (upload === undefined) return missing
  return {
    file: join(world.uploadsDir, upload.id),
    type: upload.mime_type,
    etag: `"${upload.id}"`,
  }
}
