import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { picture, serve } from '../test-files'
import { createCollector, type Collector } from './collector'
import type { Kind } from './facts'

let folder: string
let origin: Awaited<ReturnType<typeof serve>>
let image: Buffer
const most = 100_000

const answers: Record<string, RequestListener> = {
  '/a': (_, response) => response.setHeader('content-type', 'image/png').end(image),
  '/page': (_, response) => response.setHeader('content-type', 'image/png').end('<html>'),
  '/moved': (_, response) => response.writeHead(302, { location: '/a' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/large': (_, response) => response.end(Buffer.alloc(most + 1)),
  '/silent': () => undefined,
  '/half': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('x', () => response.destroy())
  },
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-collector-'))
  image = await picture()
  origin = await serve((request, response) => {
    const answer = answers[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
})
afterAll(async () => {
  await origin.close()
  rmSync(folder, { recursive: true })
})

let collector: Collector
beforeEach(() => {
  const limits = { timeout: 500, bytes: most }
  collector = createCollector({ dir: folder, assets: new Map(), ownFile: () => null, limits })
})
afterEach(() => collector.close())

const fetchAs = (kind: Kind, reference: string) =>
  collector.fetch({ field: 'images', kind, reference })

describe('a link', () => {
  it.each(['/a', '/moved'])('%s is fetched, byte for byte', async (path) => {
    const url = origin.url + path
    expect(await fetchAs('image', url)).toEqual({
      field: 'images',
      reference: url,
      url,
      sha256: createHash('sha256').update(image).digest('hex'),
      bytes: image.length,
      type: 'image/png',
      facts: { kind: 'image', type: 'image/png', width: 640, height: 480 },
      failure: null,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    ['/none', 'answer'],
    ['/large', 'answer'],
    ['/file', 'connection'],
    ['/half', 'connection'],
    ['/silent', 'timeout'],
  ])('%s is not: %s', async (path, why) => {
    const { sha256, failure } = await fetchAs('image', origin.url + path)
    expect([sha256, failure?.why]).toEqual([null, why])
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['ftp://media.example/a.png', 'asset://demo-a', 'file:///etc/hostname', 'a.png'])(
    '%s is none',
    async (link) => {
      expect((await fetchAs('image', link)).failure).toMatchObject({ why: 'connection' })
    },
  )

  it('may lead to something else than was wanted', async () => {
    const page = await fetchAs('image', `${origin.url}/page`)
    const image = await fetchAs('video', `${origin.url}/a`)
    expect([page.failure?.why, image.failure?.why]).toEqual(['content', 'content'])
    expect(page.sha256).not.toBeNull()
  })
})

describe('a name that cannot exist', () => {
  it.each<[Kind, string, object]>([
    ['image', 'https://media.example/a.JPG?x=1', { kind: 'image', type: 'image/jpeg' }],
    ['image', 'https://media.test/a', { kind: 'image', type: 'image/png' }],
    ['video', 'https://example.com/a.mov', { kind: 'video', type: 'video/quicktime' }],
    ['audio', 'https://cdn.example.org:8443/a.wav', { kind: 'audio', type: 'audio/wav' }],
  ])('stands for %s: %s', async (kind, link, facts) => {
    const found = await fetchAs(kind, link)
    expect(found).toMatchObject({ url: link, facts, failure: null })
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('stands for the same whenever it is asked, another name for other material', async () => {
    const hash = async (link: string) => (await fetchAs('image', link)).sha256
    const [one, same, other] = ['https://a.test/1', 'https://a.test/1', 'https://a.test/2']
    expect(await hash(one)).toBe(await hash(same))
    expect(await hash(one)).not.toBe(await hash(other))
  })

  it.each([
    ['https://media.example/missing.png', 'answer'],
    ['https://media.invalid/a.png', 'connection'],
  ])('%s leads nowhere: %s', async (link, why) => {
    expect((await fetchAs('image', link)).failure).toMatchObject({ why })
  })
})

it('gives up without a verdict when it is closed', async () => {
  const waiting = fetchAs('image', `${origin.url}/silent`)
  await collector.close()
  await expect(waiting).rejects.toThrow(/abort/i)
  expect(existsSync(folder)).toBe(true)
})
