import * as z from 'zod/mini'
import type { Locale } from '@/lib/client/locale'
import { mediaSchema } from '@/lib/schemas/media'
import { madeInvitationSchema } from '@/lib/schemas/member'
import { noteSchema } from '@/lib/schemas/note'
import { taskSchema, type Task } from '@/lib/schemas/task'
import { call } from './call'
import { upload, wind } from './material'

/** The session cookies of those who work together. */
export type Team = { admin: string; creator: string; viewer: string }

type Person = keyof Team

const names: Record<Person, string> = { admin: 'Mei Lin', creator: 'Jonas', viewer: 'Amara' }

/** The admin of the link, two more by their invitations, and one invitation that is still open. */
export async function makeTeam(app: string, link: string): Promise<Team> {
  const admin = await join(app, link, 'admin')
  const invite = async (role: Person, name: string) => {
    const body = { role, name }
    const made = await call(`${app}/api/invitations`, 'POST', body, { cookie: admin })
    return z.parse(madeInvitationSchema, made).url
  }
  const creator = await join(app, await invite('creator', names.creator), 'creator')
  const viewer = await join(app, await invite('viewer', names.viewer), 'viewer')
  await invite('creator', 'Teo')
  return { admin, creator, viewer }
}

const shots = {
  dune: {
    en: 'Dunes at the last hour, sand lifting off one crest, camera still',
    zh: '沙丘的最后一小时，细沙从一道棱线上扬起，机位不动',
  },
  ridge: {
    en: 'The light of @Image1 comes up over the ridge lines, colour as in @Image2. The camera drifts forward and the mist thins as the sun clears the far peak. Wind from @Audio1, no music.',
    zh: '@图片1 的光漫过层层山脊，色调如 @图片2。镜头缓缓向前，太阳越过远峰，雾气渐散。风声取自 @音频1，没有音乐。',
  },
  on: {
    en: 'On from @Video1: the mist closes over the ridge again, one bird crosses',
    zh: '接 @视频1：雾气重新合上山脊，一只鸟飞过',
  },
  variation: {
    en: '@Image1 under a rising moon, the ridge lines going blue, camera still',
    zh: '@图片1 上月亮升起，山脊渐渐转蓝，机位不动',
  },
} satisfies Record<string, Record<Locale, string>>

const words: readonly { by: Person; text: Record<Locale, string>; at: number; done?: true }[] = [
  {
    by: 'admin',
    text: {
      en: 'Hold the first ridge half a second longer before the drift.',
      zh: '第一道山脊多停半秒，再开始移动。',
    },
    at: 1.375,
    done: true,
  },
  {
    by: 'creator',
    text: {
      en: 'The tree line trembles for four frames here, lower left. Retake, or trim to O.',
      zh: '这里左下角的树线抖了四帧，重做，或剪到 O 点。',
    },
    at: 3.5,
  },
  {
    by: 'viewer',
    text: {
      en: 'This last light is the one. The next shot can start on it.',
      zh: '就要最后这道光，下一个镜头从它开始。',
    },
    at: 6.125,
  },
]

/** A clip made from another's last frame that led to two more, and what the team says of it. Its id. */
export async function makeReview(app: string, team: Team, locale: Locale): Promise<string> {
  const cookie = team.creator
  const material = async (task: Task, use: 'clip' | 'last_frame') => {
    const url = `${app}/api/tasks/${task.id}/media`
    return z.parse(mediaSchema, await call(url, 'POST', { use }, { cookie })).reference
  }
  const make = (shot: keyof typeof shots, by: Person, input: object) =>
    finish(app, team[by], { ratio: '16:9', prompt: shots[shot][locale], ...input })
  const short = { model: 'seedance2.0-mini', resolution: '720p', duration: 5 }
  const dune = await make('dune', 'admin', short)
  const frame = await material(dune, 'last_frame')
  const poster = await fetch(`${app}/api/tasks/${dune.id}/poster`, { headers: { cookie } })
  const key = await upload(app, 'sun-key.jpg', new Uint8Array(await poster.arrayBuffer()), {
    cookie,
  })
  const sound = await upload(app, 'wind.wav', wind(8), { cookie })
  const sp = { model: 'seedance2.0-sp', resolution: '720p', duration: 8 }
  const ridge = await make('ridge', 'creator', {
    ...sp,
    images: [frame, key.reference],
    reference_audios: [sound.reference],
  })
  await make('on', 'admin', { ...sp, reference_videos: [await material(ridge, 'clip')] })
  await make('variation', 'creator', { ...sp, images: [await material(ridge, 'last_frame')] })
  for (const { by, text, at, done } of words) {
    const note = { text: text[locale], start: at }
    const url = `${app}/api/tasks/${ridge.id}/notes`
    const { id } = z.parse(noteSchema, await call(url, 'POST', note, { cookie: team[by] }))
    if (done) await call(`${app}/api/notes/${id}`, 'PATCH', { done }, { cookie })
  }
  await call(`${app}/api/tasks/${ridge.id}`, 'PATCH', { favourite: true }, { cookie: team.admin })
  return ridge.id
}

/** Asks for a clip and waits until it is saved. */
async function finish(app: string, cookie: string, input: object): Promise<Task> {
  const headers = { cookie, 'idempotency-key': crypto.randomUUID() }
  const { id } = taskSchema.parse(await call(`${app}/api/tasks`, 'POST', input, headers))
  for (;;) {
    const task = taskSchema.parse(await call(`${app}/api/tasks/${id}`, 'GET', undefined, headers))
    if (task.status === 'failed') throw new Error(`A clip failed: ${JSON.stringify(task.failure)}`)
    if (task.archive.status === 'saved') return task
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Takes an invitation; the new member's session. */
async function join(app: string, link: string, person: Person): Promise<string> {
  const response = await fetch(`${app}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: link.split('/').at(-1),
      name: names[person],
      email: `${person}@studio.example`,
      password: 'the red coat',
    }),
  })
  if (!response.ok) throw new Error(`${link}: ${response.status} ${await response.text()}`)
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
