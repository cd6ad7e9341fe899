import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { uploadCodes } from '@/lib/models/upload-issue'
import { errorBodySchema } from '@/lib/schemas/error'
import { mediaSchema } from '@/lib/schemas/media'
import en from '@/messages/en/material.json'
import zh from '@/messages/zh/material.json'
import { fewAtOnce } from '../few-at-once'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database'
import { bombs } from './bombs'
import { disguisedFiles } from './disguised'
import { genuineSamples } from './genuine'
import type { HostileFile } from './hostile-file'
import { lyingContainers } from './lying-containers'
import { polyglots } from './polyglots'
import { traversalNames } from './traversal-names'
import { truncatedFiles } from './truncated'

const program = fileURLToPath(new URL('server.ts', import.meta.url))
const mebibyte = 1024

let database: TestDatabase
/** The app's folder lies a few levels down in one of the test's own, where a way up would show. */
let around: string
let folder: string
let server: ChildProcess
let port: number
let complaints = ''

beforeAll(async () => {
  database = await createTestDatabase()
  around = await mkdtemp(path.join(tmpdir(), 'dailies-hostile-'))
  folder = path.join(around, 'a/b/c/data')
  await mkdir(folder, { recursive: true })
  server = spawn(
    process.execPath,
    ['--expose-gc', '--conditions=react-server', '--import', 'tsx', program, database.url, folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  server.stderr?.on('data', (text: Buffer) => (complaints += text.toString()))
  const stdout = server.stdout as Readable
  const [line] = (await once(stdout, 'data')) as [Buffer]
  port = Number(line.toString())
  stdout.on('data', (text: Buffer) => (complaints += text.toString()))
})
afterAll(async () => {
  server.kill()
  await once(server, 'exit')
  await database.drop()
  await rm(around, { recursive: true })
})

type Answer = { status: number; body: unknown }

/** Sends a body as it is, in pieces, and takes the answer whenever it comes. */
function send(
  pieces: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
  type = 'multipart/form-data; boundary=edge',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/media',
      headers: { 'content-type': type },
    })
    const body = Readable.from(pieces, { objectMode: true })
    let answered = false
    call.on('response', async (response) => {
      answered = true
      const chunks: Uint8Array[] = []
      for await (const chunk of response) chunks.push(chunk as Uint8Array)
      body.destroy()
      const { statusCode = 0 } = response
      resolve({ status: statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) })
    })
    // The server may have left after its answer; what counts is that there is one.
    call.on('error', (error) => (answered ? undefined : reject(error)))
    body.on('error', () => undefined).pipe(call)
  })
}

const head = (name: string) =>
  `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`

const form = (name: string, bytes: Uint8Array) => [
  Buffer.from(head(name)),
  bytes,
  '\r\n--edge--\r\n',
]

async function memory(): Promise<{ rest: number; peak: number }> {
  const response = await fetch(`http://127.0.0.1:${port}/memory`)
  return (await response.json()) as { rest: number; peak: number }
}

async function stored(): Promise<string[]> {
  return (await readdir(path.join(folder, 'media')).catch(() => [])).sort()
}

/** What is wrong with an answer that should be a clear refusal; null when it is one. */
function fault({ status, body }: Answer): string | null {
  const parsed = z.safeParse(errorBodySchema, body)
  if (!parsed.success || status < 400 || status > 499) return `${status} ${JSON.stringify(body)}`
  const code = parsed.data.error.fields?.file?.[0]?.code
  return (uploadCodes as readonly (string | undefined)[]).includes(code)
    ? null
    : `no words: ${code}`
}

it.each(uploadCodes)('%s has words in both languages', (code) => {
  expect(en.problem[code]).toMatch(/\w/)
  expect(zh.problem[code]).toMatch(/\p{Script=Han}/u)
})

describe('hostile files', { timeout: 240_000 }, () => {
  let files: HostileFile[]
  let rest: number
  let peak = 0

  /** Notes what was needed since the last look; looking collects the garbage. */
  async function look(): Promise<void> {
    peak = Math.max(peak, (await memory()).peak)
  }

  beforeAll(async () => {
    files = [
      ...(await truncatedFiles()),
      ...disguisedFiles(),
      ...(await bombs()),
      ...(await lyingContainers()),
    ]
    // Decoders, threads and caches of every kind are loaded once.
    await fewAtOnce(await genuineSamples(), 4, async ({ extension, bytes }) => {
      expect(await send(form(`warm-up.${extension}`, bytes))).toMatchObject({ status: 201 })
    })
    const some = files.filter((_, at) => at % 7 === 0)
    await fewAtOnce(some, 4, ({ name, bytes }) => send(form(name, bytes)))
    await memory()
    rest = (await memory()).rest
  })

  it('are at least 200', () => {
    expect(files.length).toBeGreaterThanOrEqual(200)
  })

  it('are each refused with words for it, and leave nothing behind', async () => {
    const before = await stored()
    const faults: string[] = []
    let answered = 0
    await fewAtOnce(files, 4, async ({ what, name, bytes }) => {
      const wrong = fault(await send(form(name, bytes)))
      if (wrong !== null) faults.push(`${what}: ${wrong}`)
      answered += 1
      if (answered % 4 === 0) await look()
    })
    await look()
    expect(answered).toBe(files.length)
    expect(faults).toEqual([])
    expect(await stored()).toEqual(before)
  })

  it('without end are cut off at the limit', async () => {
    const before = await stored()
    function* endless(...starts: (string | Uint8Array)[]) {
      yield* starts
      const zeros = new Uint8Array(256 * 1024)
      for (;;) yield zeros
    }
    const picture = Buffer.from(`${head('a.png')}\x89PNG\r\n\x1a\n`, 'latin1')
    const film = Buffer.from(`${head('a.mp3')}ID3\x04\0\0\0\0\0\0`, 'latin1')
    const bodies: [pieces: Iterable<Uint8Array | string>, status: number, code: string][] = [
      [endless(picture), 413, 'file_too_large'],
      [endless(film), 413, 'file_too_large'],
      [endless(head('a.txt')), 415, 'file_type_not_taken'],
      [endless(), 422, 'file_missing'],
      [
        endless('--edge\r\nContent-Disposition: form-data; name="origin"\r\n\r\n'),
        422,
        'file_missing',
      ],
      [endless('--edge\r\nX-Header: '), 422, 'file_missing'],
      [form('a.png', picture).slice(0, 1), 422, 'upload_broken'],
      [[picture], 422, 'upload_broken'],
      [['--edge--\r\n'], 422, 'file_missing'],
      [[], 422, 'upload_broken'],
    ]
    const answers: unknown[] = []
    for (const [pieces] of bodies) {
      const answer = await send(pieces)
      await look()
      const { error } = z.parse(errorBodySchema, answer.body)
      answers.push([answer.status, error.fields?.file?.[0]?.code])
    }
    expect(answers).toEqual(bodies.map(([, ...wanted]) => wanted))
    expect(await stored()).toEqual(before)
  })

  it('leave the process as it was, its memory too', async () => {
    const { rest: after } = await memory()
    const grown = `${after - rest} KiB more at rest, ${peak - rest} KiB at its peak`
    expect(after - rest, grown).toBeLessThan(64 * mebibyte)
    // Two readers at a time, each with the memory that it is allowed.
    expect(peak - rest, grown).toBeLessThan(128 * mebibyte)
    process.stdout.write(`${files.length} hostile files: ${grown}\n`)
    expect(complaints).toBe('')
    expect(server.exitCode).toBeNull()
  })
})

it('files that are two things are kept as the one that is harmless', async () => {
  for (const { what, name, bytes, type, keptAs } of await polyglots()) {
    const { status, body } = await send(form(name, bytes))
    expect([what, status]).toEqual([what, 201])
    const media = z.parse(mediaSchema, body)
    expect([media.type, media.name]).toEqual([type, keptAs])
    const content = await fetch(`http://127.0.0.1:${port}${media.content_url}`)
    await content.body?.cancel()
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    })
  }
})

it(`${traversalNames.length} names lead nowhere`, { timeout: 120_000 }, async () => {
  expect(traversalNames.length).toBeGreaterThanOrEqual(500)
  const names: string[] = []
  const bring = async (name: string, seed: number) => {
    const background = { r: seed % 256, g: seed >> 8, b: 77 }
    const create = { width: 4, height: 4, channels: 3, background } as const
    const bytes = await sharp({ create }).png().toBuffer()
    const { status, body } = await send(form(name, bytes))
    // A name with a line break or a quotation mark may break the form itself.
    if (/[\r\n"]/.test(name) && status >= 400 && status < 500) return
    expect([name, status]).toEqual([name, 201])
    names.push(z.parse(mediaSchema, body).name)
  }
  await fewAtOnce(traversalNames.entries(), 8, ([seed, name]) => bring(name, seed))
  expect(
    names.filter((name) => !/^[^/\\\p{Cc}<>:"|?*.\s~-][^/\\\p{Cc}<>:"|?*]*\.png$/u.test(name)),
  ).toEqual([])
  expect(names.filter((name) => Buffer.byteLength(name) > 500)).toEqual([])
  expect(
    (await stored()).filter((key) => !/^media-[0-9a-f-]{36}(-thumb)?\.[a-z0-9]+$/.test(key)),
  ).toEqual([])
  const elsewhere = (await readdir(around, { recursive: true })).filter(
    (entry) => !entry.startsWith(path.join('a/b/c/data/media')),
  )
  expect(elsewhere.sort()).toEqual(
    ['a', 'a/b', 'a/b/c', 'a/b/c/data'].map((entry) => path.join(entry)),
  )
})
