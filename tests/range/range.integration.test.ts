import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLocalStorage } from '@/lib/server/media/local'
import { mediaKey } from '@/lib/server/media/storage'
import { ask, hangUp, type Answer } from './ask'
import { startMediaServer } from './media-server'
import { findNginx, startNginx } from './nginx'
import { differences, type Asked } from './nginx-differences'

const nginx = findNginx()
const requests = 2_000
const seed = 20261122

const size = 100_003
const file = Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 167 + (at >> 7)) & 255))
const modified = new Date('2026-11-22T10:00:00Z')
const etag = 'our-own-tag'

/** What If-Range names; each server has its own entity-tag. */
const ifRangeValues: [
  name: string,
  applies: boolean,
  value: (etag: string) => string | undefined,
][] = [
  ['nothing', true, () => undefined],
  ['nothing again', true, () => undefined],
  ['the entity-tag', true, (own) => own],
  ['another entity-tag', false, () => '"another"'],
  ['the entity-tag, weak', false, (own) => `W/${own}`],
  ['the date', true, () => modified.toUTCString()],
  ['an earlier date', false, () => new Date(modified.getTime() - 1000).toUTCString()],
  ['a later date', false, () => new Date(modified.getTime() + 1000).toUTCString()],
  ['no date at all', false, () => 'last Sunday'],
]

const position = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: size + 20 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0, 1, 65_535, 65_536, size - 2, size - 1, size, size + 1),
  },
)
const huge = fc.constantFrom(
  `${2n ** 31n}`,
  `${2n ** 53n}`,
  `${2n ** 63n - 1n}`,
  `${2n ** 64n}`,
  '9'.repeat(40),
)
const figure = fc.oneof(
  { weight: 12, arbitrary: position.map(String) },
  { weight: 1, arbitrary: position.map((at) => `000${at}`) },
  { weight: 1, arbitrary: huge },
)
const range = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(figure, figure).map(([start, end]) => `${start}-${end}`) },
  { weight: 3, arbitrary: figure.map((start) => `${start}-`) },
  { weight: 3, arbitrary: figure.map((length) => `-${length}`) },
)
const malformed = fc.constantFrom(
  '',
  '-',
  'a-b',
  '1',
  '1-2-3',
  '--1',
  '+1-2',
  '1.5-2',
  '0x1-2',
  '1 - 2',
  '1- 2',
  '5 -',
  '1-2x',
  '-1-',
)
const specifier = fc.oneof(
  { weight: 12, arbitrary: range },
  { weight: 1, arbitrary: range.map((one) => ` ${one} `) },
  {
    weight: 2,
    arbitrary: fc.array(range, { minLength: 2, maxLength: 4 }).map((all) => all.join(',')),
  },
  { weight: 1, arbitrary: malformed },
)
const header = fc.oneof(
  { weight: 16, arbitrary: specifier.map((one) => `bytes=${one}`) },
  { weight: 1, arbitrary: range.map((one) => `Bytes=${one}`) },
  { weight: 1, arbitrary: range.map((one) => `items=${one}`) },
  { weight: 1, arbitrary: fc.constantFrom('bytes', 'bytes:0-1', '0-1', '') },
  { weight: 1, arbitrary: fc.constant(undefined) },
)
const request = fc.record({
  method: fc.oneof(
    { weight: 5, arbitrary: fc.constant('GET' as const) },
    { weight: 1, arbitrary: fc.constant('HEAD' as const) },
  ),
  range: header,
  ifRange: fc.constantFrom(...ifRangeValues),
})

let folder: string
let ours: { port: number; stop(): Promise<void> }
let theirs: typeof ours | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dailies-range-'))
  const key = mediaKey('ranged-clip.mp4')
  const storage = createLocalStorage(path.join(folder, 'media'))
  await storage.write(key, [file])
  ours = await startMediaServer({
    storage,
    key,
    bytes: size,
    etag,
    contentType: 'video/mp4',
    lastModified: modified,
  })
  if (!nginx) return
  await writeFile(path.join(folder, 'clip.mp4'), file)
  await utimes(path.join(folder, 'clip.mp4'), modified, modified)
  theirs = await startNginx(nginx, folder, path.join(folder, 'nginx'))
})
afterAll(async () => {
  hangUp()
  await Promise.all([ours.stop(), theirs?.stop()])
  await rm(folder, { recursive: true })
})

/** What two answers must share. The body of a 416 is prose; nginx drops Accept-Ranges from a 206, where it says nothing new. */
function essence({ status, headers, body }: Answer) {
  if (status === 416) return { status, contentRange: headers['content-range'] }
  return {
    status,
    contentRange: headers['content-range'],
    contentLength: headers['content-length'],
    acceptRanges: status === 200 ? headers['accept-ranges'] : undefined,
    lastModified: headers['last-modified'],
    body: body.toString('base64'),
  }
}

/** Whether an answer is true to the file, whatever another server says. */
function isTrue(method: string, { status, headers, body }: Answer): boolean {
  if (status === 416) return headers['content-range'] === `bytes */${size}`
  const [, start, end] = /^bytes (\d+)-(\d+)\/100003$/.exec(headers['content-range'] ?? '') ?? []
  if ((status === 206) !== (start !== undefined)) return false
  const part = status === 206 ? file.subarray(Number(start), Number(end) + 1) : file
  return (
    headers['content-length'] === String(part.length) &&
    body.equals(method === 'HEAD' ? Buffer.alloc(0) : part)
  )
}

test.skipIf(!nginx)(
  `${requests} random requests are answered as by nginx, or differently for a stated reason`,
  async ({ annotate }) => {
    const ownEtag = (await ask(theirs?.port ?? 0, 'HEAD', {})).headers['etag'] ?? ''
    const counts = new Map(differences.map((difference) => [difference.why, 0]))
    const unexplained: unknown[] = []

    for (const { method, range: wanted, ifRange } of fc.sample(request, {
      numRuns: requests,
      seed,
    })) {
      const [name, applies, value] = ifRange
      const send = (port: number, own: string) => {
        const condition = value(own)
        return ask(port, method, {
          ...(wanted !== undefined && { range: wanted }),
          ...(condition !== undefined && { 'if-range': condition }),
        })
      }
      const [answer, reference] = await Promise.all([
        send(ours.port, `"${etag}"`),
        send(theirs?.port ?? 0, ownEtag),
      ])
      const asked: Asked = { method, range: wanted, applies }
      const seen = {
        method,
        range: wanted,
        ifRange: name,
        ours: answer.status,
        theirs: reference.status,
      }
      if (!isTrue(method, answer)) unexplained.push({ ...seen, untrue: answer.headers })
      if (JSON.stringify(essence(answer)) === JSON.stringify(essence(reference))) continue

      const rule = differences.find((difference) => difference.covers(asked, size))
      if (rule && rule.ours === answer.status && rule.theirs.includes(reference.status)) {
        counts.set(rule.why, (counts.get(rule.why) ?? 0) + 1)
      } else {
        unexplained.push(seen)
      }
    }

    for (const [why, count] of counts) await annotate(`${count} × ${why}`)
    expect(unexplained).toEqual([])
    expect([...counts].filter(([, count]) => count === 0)).toEqual([])
  },
)

if (!nginx) {
  test.skip('nginx is not installed here (apt-get install nginx-light): nothing to compare with', () => {})
}
