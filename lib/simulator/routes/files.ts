import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { stateOf } from '../lifecycle'
import { isLinkAlive } from '../link'
import { forbiddenLink, type Reply } from '../reply'
import { openRoute, type Call, type World } from '../route'
import type { State } from '../state'

/** What the signed links of results and uploads lead to. */
export const fileRoutes = [
  openRoute('GET', '/files/videos/:id/video.mp4', sendFile, { stage: 'video' }),
  openRoute('GET', '/files/uploads/:id/:name', sendFile),
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

/**
 * Whether a link is one that we gave. Its host says nothing: after a restart we may listen on
 * another port, and links of before are still good.
 */
export function isOwnPath(path: string, { tasks, uploads }: Pick<State, 'tasks' | 'uploads'>) {
  const [, root, kind, id = ''] = path.split('/')
  return root === 'files' && (kind === 'videos' ? tasks.has(id) : uploads.has(id))
}

function sendFile({ path, query }: Call, world: World): Promise<Reply> {
  return fileAt(path, query, world)
}

/** What a signed link gives, to whoever asks; waits for a video that is not rendered yet. */
export async function fileAt(path: string, query: URLSearchParams, world: World): Promise<Reply> {
  if (!isLinkAlive(path, query, world.state.secret, world.now())) return forbiddenLink
  const [, , kind, id = ''] = path.split('/')
  return kind === 'videos' ? video(id, world) : upload(id, world)
}

async function video(id: string, world: World): Promise<Reply> {
  const task = world.state.tasks.get(id)
  if (task === undefined || stateOf(task, world.now()).status !== 'completed') return missing
  const file = await world.media.video(task)
  const { size } = await stat(file)
  const etag = `"${basename(file, '.mp4')}-${size.toString(16)}"`
  return { file, type: 'video/mp4', etag }
}

function upload(id: string, { state, uploadsDir }: World): Reply {
  const found = state.uploads.get(id)
  if (found === undefined) return missing
  if (found.expired) return forbiddenLink
  return { file: join(uploadsDir, found.id), type: found.mime_type, etag: `"${found.id}"` }
}
