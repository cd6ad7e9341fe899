import type { LookupFunction, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Egress } from './egress'
import { publicLookup } from './egress-connect'
import { EgressError } from './egress-error'
import { disguises } from '@/tests/disguises'
import { answer, egressTo, failureOf, startRawServer, type RawServer } from '@/tests/raw-server'

let canaries: RawServer[]
let redirector: RawServer
let ports: number[]

beforeAll(async () => {
  const hangUp = { arrived: (socket: Socket) => void socket.destroy() }
  canaries = [await startRawServer(hangUp)]
  const six = await startRawServer(hangUp, '::1').catch(() => null)
  if (six) canaries.push(six)
  redirector = await startRawServer({
    whole: (socket, text) => {
      const location = decodeURIComponent(/\?(\S*)/.exec(text)?.[1] ?? '')
      socket.write(answer(302, '', { location }))
    },
  })
  ports = canaries.map((canary) => Number(new URL(canary.url).port))
})

afterAll(async () => {
  await Promise.all([...canaries, redirector].map((server) => server.close()))
})

const hits = () => canaries.map((canary) => canary.connections())
const untouched = () => canaries.map(() => 0)

async function outcomeOf(egress: Egress, url: string): Promise<string> {
  const failure = await failureOf(egress.request(url))
  return failure?.code ?? 'reached'
}

/** What became of each URL that was not blocked; asked for a few at a time. */
async function notBlocked(egress: Egress, urls: readonly string[]): Promise<string[]> {
  const escapes: string[] = []
  for (let start = 0; start < urls.length; start += 64) {
    const batch = urls.slice(start, start + 64)
    const outcomes = await Promise.all(batch.map((url) => outcomeOf(egress, url)))
    escapes.push(
      ...outcomes.flatMap((outcome, at) =>
        outcome === 'blocked' ? [] : `${batch[at]}: ${outcome}`,
      ),
    )
  }
  return escapes
}

/** A name server that is asked what it answers. */
function nameServer(answersFor: (hostname: string) => readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    const all = answersFor(hostname).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    const [first = { address: '', family: 4 }] = all
    if (options.all) callback(null, all)
    else callback(null, first.address, first.family)
  }
}

describe(`${disguises.length} disguises of private addresses`, { timeout: 60_000 }, () => {
  const everywhere = () =>
    disguises.flatMap((host) => ports.map((port) => `https://${host}:${port}/`))

  test('are at least 300', () => {
    expect(new Set(disguises).size).toBeGreaterThanOrEqual(300)
  })

  test('asked for directly, none is reached', async () => {
    const egress = egressTo([], { ports })
    expect(await notBlocked(egress, everywhere())).toEqual([])
    expect(hits()).toEqual(untouched())
  })

  test('asked for by a redirect of a trusted host, none is reached', async () => {
    const egress = egressTo([redirector.host], { ports })
    const ascii = (url: string) => url.replace(/[^\x20-\x7e]/g, encodeURIComponent)
    const urls = everywhere().map((url) => `${redirector.url}/?${encodeURIComponent(ascii(url))}`)
    expect(await notBlocked(egress, urls)).toEqual([])
    expect(redirector.requests).toHaveLength(urls.length)
    expect(hits()).toEqual(untouched())
  })

  test('given as the address of an innocent name, alone or beside a public one, none is reached', async () => {
    const addresses = new Set(
      disguises.map((host) => new URL(`https://${host}/`).hostname.replace(/^\[|\]$/g, '')),
    )
    const answers = [...addresses].flatMap((address) => [
      [address],
      ['93.184.216.34', address],
      [address, '2606:4700::1111'],
    ])
    expect(answers.length).toBeGreaterThan(450)
    const lookup = nameServer((name) => answers[Number(/\d+/.exec(name)?.[0])] ?? [])
    const egress = egressTo([], { ports, lookup })
    const urls = answers.flatMap((_, at) => ports.map((port) => `https://cdn${at}.test:${port}/`))
    expect(await notBlocked(egress, urls)).toEqual([])
    expect(hits()).toEqual(untouched())
  })

  test('names of this machine are not reached', async () => {
    const names = ['localhost', 'LOCALHOST', 'l%6fcalhost', 'ｌocalhost']
    const urls = names.flatMap((name) => ports.map((port) => `https://${name}:${port}/`))
    expect(await notBlocked(egressTo([], { ports }), urls)).toEqual([])
    expect(hits()).toEqual(untouched())
  })
})

test('an answer that changes after it was judged gains nothing: every connection judges its own', () => {
  const answers = [['93.184.216.34'], ['127.0.0.1'], ['2606:4700::1111'], ['::1']]
  let asked = 0
  const lookup = publicLookup(nameServer(() => answers[asked++] ?? []))
  const judged = answers.map(() => {
    let said: unknown
    lookup('rebind.example.com', { all: true }, (error, given) => {
      said = error instanceof EgressError ? error.code : given
    })
    return said
  })
  expect(asked).toBe(answers.length)
  expect(judged).toEqual([
    [{ address: '93.184.216.34', family: 4 }],
    'blocked',
    [{ address: '2606:4700::1111', family: 6 }],
    'blocked',
  ])
})

test('a name without addresses is not public', () => {
  let said: unknown
  publicLookup(nameServer(() => []))('empty.example.com', { all: true }, (error) => {
    said = error
  })
  expect(said).toBeInstanceOf(EgressError)
})

test('the canaries would have seen it: a listed one is reached, and only it', async () => {
  const egress = egressTo(
    canaries.map(({ host }) => host),
    { ports },
  )
  const own = canaries.map(({ host }) => `https://${host}/`)
  expect(await notBlocked(egress, own)).toEqual(own.map((url) => `${url}: refused`))
  expect(
    await notBlocked(
      egress,
      ports.map((port) => `https://127.0.0.2:${port}/`),
    ),
  ).toEqual([])
  expect(hits()).toEqual(canaries.map(() => 1))
})
