import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { judge } from '@/lib/models/judge'
import type { FactsOf } from '@/lib/models/media-facts'
import { errorBodySchema } from '@/lib/schemas/error'
import type { Media } from '@/lib/schemas/media'
import { taskSchema } from '@/lib/schemas/task'
import { findFfmpeg } from '@/lib/server/media/poster'
import { genuine } from '@/scripts/material/genuine'
import type { Wish } from '@/scripts/material/realise'
import { wishesFor } from '@/scripts/material/wishes'
import { createTestApp, type TestApp } from './app'
import { limitCases, type LimitCase, type LineName } from './limit-facts'
import { bringIn } from './material-upload'

const ffmpeg = await findFfmpeg(process.env['PATH'] ?? '')

/** One model of every line, with what it takes. */
const lineModels: Record<LineName, { models: readonly string[]; takes: readonly Media['kind'][] }> =
  {
    full: { models: ['sd2_mx_video_720p'], takes: ['image', 'video', 'audio'] },
    sp: { models: ['seedance2.0-sp', 'seedance2.0-of-sp'], takes: ['image', 'video', 'audio'] },
    mini: { models: ['seedance2.0-mini-video'], takes: ['image', 'video', 'audio'] },
    mini_sp: { models: ['seedance2.0-mini-sp'], takes: ['image', 'video', 'audio'] },
    md: { models: ['seedance2.0-md'], takes: ['image', 'video'] },
    fast_i2v: { models: ['seedance2.0-fast-i2v'], takes: ['image'] },
    std: { models: ['seedance2.0-std'], takes: ['image', 'video', 'audio'] },
  }

const fieldOf = { image: 'images', video: 'reference_videos', audio: 'reference_audios' } as const

/** No gateway answers there: what is taken stays where it is, and nothing is fetched or delivered. */
const nowhere = 'http://127.0.0.1:9'

type Answer = { status: number; complaints: string[] }

// The files of every edge are made with ffmpeg, which a machine may lack.
describe.skipIf(ffmpeg === null)('real files at both sides of every edge', () => {
  let app: TestApp
  let image: Media

  beforeAll(async () => {
    // No posters: what is judged is read from the container.
    app = await createTestApp({ gatewayUrl: nowhere })
    const [first] = genuine
    if (first === undefined) throw new Error('there are no genuine files')
    image = await bringIn(app, first)
  }, 60_000)
  afterAll(() => app.close())

  function inputOf(model: string, media: readonly Media[]) {
    const kind = media[0]?.kind ?? 'image'
    const companion = kind === 'audio' ? { images: [image.reference] } : {}
    const references = media.map(({ reference }) => reference)
    return { model, prompt: 'A lantern', ...companion, [fieldOf[kind]]: references }
  }

  async function ask(input: object): Promise<Answer> {
    const response = await app.request('POST', '/api/tasks', {
      body: input,
      headers: { 'idempotency-key': crypto.randomUUID(), 'wait-for-approval': 'true' },
    })
    const body: unknown = await response.json()
    if (response.status === 422) {
      const { fields } = z.parse(errorBodySchema, body).error
      const complaints = Object.entries(fields ?? {}).flatMap(([field, issues]) =>
        issues.map(({ code }) => `${field} ${code}`),
      )
      return { status: 422, complaints: complaints.sort() }
    }
    const { warnings } = z.parse(taskSchema, body)
    return {
      status: response.status,
      complaints: warnings.map(({ field, code }) => `${field} ${code}`).sort(),
    }
  }

  /** What the form would say, which asks `judge` about the very facts that the API gave it. */
  function formSays(input: ReturnType<typeof inputOf>, media: readonly Media[]): Answer {
    const factsOf: FactsOf = (reference) =>
      [image, ...media].find((one) => one.reference === reference)
    const issues = judge(input, app.context.settings, factsOf)
    const refused = issues.some(({ warns }) => !warns)
    return {
      status: refused ? 422 : 201,
      complaints: issues
        .filter(({ warns }) => warns !== refused)
        .map(({ field, code }) => `${field} ${code}`)
        .sort(),
    }
  }

  const brought = new Map<string, Promise<Media>>()

  /** Many edges share a file. */
  function once(wish: Wish): Promise<Media> {
    const name = JSON.stringify(wish)
    const known = brought.get(name) ?? bringIn(app, wish)
    brought.set(name, known)
    return known
  }

  async function tryEdge({ code, certainty, lines, ...sides }: LimitCase) {
    app.context.settings.own_links = !code.startsWith('upload_')
    const said = certainty === 'stated' ? code : `${code}_in_doubt`
    const kind = sides.inside[0]?.kind ?? 'image'
    for (const side of ['inside', 'outside'] as const) {
      const media = await Promise.all(wishesFor(code, sides[side]).map(once))
      const models = lines
        .map((line) => lineModels[line])
        .flatMap(({ models, takes }) => (takes.includes(kind) ? models : []))
      await Promise.all(
        models.map(async (model) => {
          const input = inputOf(model, media)
          const answer = await ask(input)
          expect([model, side, answer]).toEqual([model, side, formSays(input, media)])
          const found = answer.complaints.some((one) => one.split(' ')[1] === said)
          expect([model, side, found]).toEqual([model, side, side === 'outside'])
          if (side === 'outside') expect(answer.status).toBe(certainty === 'stated' ? 422 : 201)
        }),
      )
    }
  }

  it.each(
    limitCases.filter(({ beyondFiles }) => !beyondFiles).map((one) => [one.name, one] as const),
  )('%s', (_, one) => tryEdge(one), 120_000)
})

describe.skipIf(ffmpeg === null)('a hundred genuine files', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await createTestApp({ gatewayUrl: nowhere, ffmpeg })
    app.context.settings.own_links = true
  }, 60_000)
  afterAll(() => app.close())

  it('are taken in and are taken by the models, without a word', async () => {
    expect(genuine).toHaveLength(100)
    const hashes = new Set<string>()
    const bring = async (wish: Wish) => {
      const { sha256, kind, type, reference, width, height } = await bringIn(app, wish)
      hashes.add(sha256)
      const { facts } = wish
      expect([kind, type, width, height]).toEqual([
        facts.kind,
        facts.type,
        facts.width,
        facts.height,
      ])
      const alone = kind === 'audio' ? { images: ['https://media.example/1.jpg'] } : {}
      const response = await app.request('POST', '/api/tasks', {
        body: { model: 'seedance2.0-sp', prompt: 'x', ...alone, [fieldOf[kind]]: [reference] },
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      const task = z.parse(taskSchema, await response.json())
      expect([type, response.status, task.warnings]).toEqual([type, 201, []])
    }
    for (let start = 0; start < genuine.length; start += 10) {
      await Promise.all(genuine.slice(start, start + 10).map(bring))
    }
    expect(hashes.size).toBe(100)
  }, 180_000)
})

describe.skipIf(ffmpeg === null)('what is refused', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await createTestApp()
  }, 60_000)
  afterAll(() => app.close())

  it('costs nothing: the gateway never hears of it', async () => {
    for (const one of limitCases.filter(({ certainty }) => certainty === 'stated')) {
      const media = await Promise.all(
        wishesFor(one.code, one.outside).map((wish) => bringIn(app, wish)),
      )
      const kind = media[0]?.kind ?? 'image'
      const response = await app.request('POST', '/api/tasks', {
        body: {
          model: one.lines.includes('std') ? 'seedance2.0-std' : 'seedance2.0-md',
          prompt: 'x',
          [fieldOf[kind]]: media.map(({ reference }) => reference),
        },
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      expect([one.name, response.status]).toEqual([one.name, 422])
    }
    await app.context.calls.idle()
    expect(app.simulator.tasks()).toEqual([])
    expect(await app.context.db.task.count()).toBe(0)
  }, 120_000)
})
