import type { LookupFunction, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Egress } from './egress'
import { publicLookup } from './egress-connect'
import { EgressError } from './egress-error'
import { answer, egressTo, failureOf, startRawServer, type RawServer } from '@/tests/raw-server'

type Octets = readonly [number, number, number, number]

/** Places that only we can reach. The first three lead to this machine itself, where a canary listens. */
const targets: readonly Octets[] = [
  [127, 0, 0, 1],
  [127, 1, 2, 3],
  [0, 0, 0, 0],
  [10, 0, 0, 5],
  [172, 16, 0, 1],
  [172, 31, 255, 254],
  [192, 168, 1, 1],
  [169, 254, 169, 254],
  [169, 254, 170, 2],
  [100, 64, 0, 1],
  [100, 100, 100, 200],
  [192, 0, 0, 192],
  [168, 63, 129, 16],
  [198, 18, 0, 1],
  [224, 0, 0, 1],
  [255, 255, 255, 255],
]

const hex = (value: number, digits = 0) => value.toString(16).padStart(digits, '0')
const octal = (value: number, digits = 0) => value.toString(8).padStart(digits, '0')
const whole = ([a, b, c, d]: Octets) => ((a * 256 + b) * 256 + c) * 256 + d
const high = ([a, b]: Octets) => hex(a * 256 + b)
const low = ([, , c, d]: Octets) => hex(c * 256 + d)
const inverted = (octets: Octets) => octets.map((octet) => 255 - octet) as unknown as Octets

/** Every way to write a dotted address as a host that a URL parser takes for it. */
const spellings: Record<string, (ip: Octets) => string> = {
  dotted: (ip) => ip.join('.'),
  'dotted with a final dot': (ip) => `${ip.join('.')}.`,
  decimal: (ip) => String(whole(ip)),
  'decimal with a final dot': (ip) => `${whole(ip)}.`,
  hexadecimal: (ip) => `0x${hex(whole(ip))}`,
  'hexadecimal in capitals': (ip) => `0X${hex(whole(ip), 8).toUpperCase()}`,
  octal: (ip) => `0${octal(whole(ip))}`,
  'dotted hexadecimal': (ip) => ip.map((octet) => `0x${hex(octet)}`).join('.'),
  'padded dotted hexadecimal': (ip) => ip.map((octet) => `0x${hex(octet, 6)}`).join('.'),
  'dotted octal': (ip) => ip.map((octet) => `0${octal(octet)}`).join('.'),
  'padded dotted octal': (ip) => ip.map((octet) => octal(octet, 9)).join('.'),
  'mixed bases': ([a, b, c, d]) => `0x${hex(a)}.0${octal(b)}.${c}.0x${hex(d)}`,
  'three parts': ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  'two parts': ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  'two parts, hexadecimal': ([a, b, c, d]) => `0x${hex(a)}.0x${hex((b * 256 + c) * 256 + d)}`,
  'percent-encoded': (ip) =>
    [...ip.join('.')].map((sign) => `%${hex(sign.charCodeAt(0), 2)}`).join(''),
  'full-width digits': (ip) =>
    ip.join('.').replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'ideographic dots': (ip) => ip.join('。'),
  'circled digits': (ip) =>
    ip.join('.').replace(/[1-9]/g, (digit) => String.fromCharCode(0x245f + Number(digit))),
  'IPv4-mapped': (ip) => `[::ffff:${ip.join('.')}]`,
  'IPv4-mapped, hexadecimal': (ip) => `[::FFFF:${high(ip)}:${low(ip)}]`,
  'IPv4-mapped, written out': (ip) => `[0000:0:0:0:0:ffff:${high(ip)}:${low(ip)}]`,
  'IPv4-compatible': (ip) => `[::${ip.join('.')}]`,
  'IPv4-translated': (ip) => `[::ffff:0:${ip.join('.')}]`,
  NAT64: (ip) => `[64:ff9b::${ip.join('.')}]`,
  'local NAT64': (ip) => `[64:ff9b:1::${ip.join('.')}]`,
  '6to4': (ip) => `[2002:${high(ip)}:${low(ip)}::1]`,
  Teredo: (ip) => `[2001:0:808:808::${high(inverted(ip))}:${low(inverted(ip))}]`,
  ISATAP: (ip) => `[2a00:1450::5efe:${high(ip)}:${low(ip)}]`,
  'link-local ISATAP': (ip) => `[fe80::200:5efe:${ip.join('.')}]`,
}

const otherHosts = [
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[fd00:ec2::254]',
  '[fc00::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[100::1]',
  '[4000::1]',
]

const disguises = [
  ...targets.flatMap((ip) => Object.values(spellings).map((spell) => spell(ip))),
  ...otherHosts,
]

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
