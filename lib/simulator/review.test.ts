import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picture } from './test-files'
import { anHour, startSimulator, type Answer } from './test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator({ startBalance: 10_000 })
})
afterAll(() => client.stop())

const root = '/api/open-api/v1/seedance'
const minute = 60_000

async function post(path: string, body: unknown): Promise<Answer> {
  return (await (await client.post(root + path, body)).json()) as Answer
}

/** The two libraries and the whitelist alike: submits one image, answers its id, reads its status. */
const libraries = {
  audit: {
    submit: async (url: string) => {
      const { data } = await post('/assets/audit', { image_urls: [url] })
      return (data.items as { asset_id: string }[])[0]?.asset_id ?? ''
    },
    status: async (id: string) => statusIn(await post('/assets/status', { asset_ids: [id] })),
  },
  sp: {
    submit: async (url: string, name = 'fox') =>
      String((await post('/sp/assets/upload', { name, type: 'image', url })).data.asset_id),
    status: async (id: string) => statusIn(await post('/sp/assets/status', { asset_ids: [id] })),
  },
  real_person: {
    submit: async (url: string, name = 'me') =>
      String((await post('/sp/realperson/submit', { name, url })).data.asset_id),
    status: async (id: string) =>
      statusIn(await post('/sp/realperson/batch-status', { asset_ids: [id] })),
  },
}
type Library = keyof typeof libraries
const all = Object.keys(libraries) as Library[]

function statusIn({ data }: Answer): string | undefined {
  return (data.items as { status: string }[])[0]?.status
}

async function reviewed(library: Library, url: string, name?: string) {
  const { submit, status } = libraries[library]
  const id = await submit(url, name)
  client.simulator.advance(minute / 2)
  return { id, status: await status(id) }
}

async function uploaded(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  const response = await client.request('/api/open-api/v1/files/upload', { method: 'POST', body })
  return String(((await response.json()) as Answer).data.url)
}

describe('a review', () => {
  it.each(all)('%s: under way, then Active', async (library) => {
    const { submit, status } = libraries[library]
    const id = await submit('https://media.test/fox.png')
    expect(await status(id)).toBe(library === 'audit' ? 'Pending' : 'Processing')
    client.simulator.advance(minute)
    expect(await status(id)).toBe('Active')
  })

  it.each<[Library, string, string]>([
    ['audit', 'https://media.test/reject-me.png', 'Rejected'],
    ['sp', 'https://media.test/reject-me.png', 'Failed'],
    ['real_person', 'https://media.test/reject-me.png', 'Failed'],
    ['sp', 'https://media.test/missing.png', 'Failed'],
    ['audit', 'https://media.test/a.mp4', 'Rejected'],
    ['sp', 'https://media.test/a.mp4', 'Failed'],
    ['audit', 'https://media.test/a.png?signature=reject', 'Active'],
  ])('%s ends by itself: %s %s', async (library, link, status) => {
    expect((await reviewed(library, link)).status).toBe(status)
  })

  it('reads the name given to SP, and the name an upload had', async () => {
    expect((await reviewed('sp', 'https://media.test/a.png', 'reject')).status).toBe('Failed')
    const link = await uploaded('Reject 雪.png', await picture())
    expect((await reviewed('audit', link)).status).toBe('Rejected')
  })

  it.each<[number, number, string]>([
    [300, 300, 'Active'],
    [299, 300, 'Rejected'],
    [1000, 400, 'Active'],
    [1001, 400, 'Rejected'],
  ])('audits a picture of %d × %d: %s', async (width, height, status) => {
    const link = await uploaded('a.png', await picture(width, height))
    expect((await reviewed('audit', link)).status).toBe(status)
  })

  it('names what it cannot fetch, and takes the rest', async () => {
    const image_urls = [
      'https://media.test/missing.png',
      'https://media.test/here.png',
      'asset://x',
    ]
    const { data } = await post('/assets/audit', { image_urls })
    expect(data.items).toMatchObject([{ original_url: image_urls[1] }])
    expect(data.failed_items).toMatchObject([
      { original_url: image_urls[0] },
      { original_url: image_urls[2] },
    ])
  })

  it.each<[Library, string]>([
    ['audit', 'Failed'],
    ['sp', 'EXPIRED'],
    ['real_person', 'EXPIRED'],
  ])('%s: expires a minute after it is Active, when told so', async (library, word) => {
    const { id, status } = await reviewed(library, 'https://media.test/expire.png')
    const model = library === 'audit' ? 'sd2_mx_720p' : 'seedance2.0-sp'
    const use = async () =>
      (await client.create({ model, duration: 4, images: [`asset://${id}`] })).code
    expect([status, await use()]).toEqual(['Active', 20000])
    client.simulator.advance(minute)
    expect([await libraries[library].status(id), await use()]).toEqual([word, 20002])
  })

  it('goes as a fault says, for the submission it is meant for', async () => {
    const match = { body_includes: 'second' }
    client.simulator.fault({ kind: 'review', refusal: 'why not' }, { match, times: 1 })
    expect((await reviewed('audit', 'https://media.test/first.png')).status).toBe('Active')
    expect((await reviewed('audit', 'https://media.test/second.png')).status).toBe('Rejected')
    expect(client.simulator.assets().at(-1)).toMatchObject({ refusal: 'why not', state: 'refused' })
    client.simulator.fault({ kind: 'review', factor: 100 }, { times: 1 })
    const slow = await reviewed('sp', 'https://media.test/slow.png')
    expect(slow.status).toBe('Processing')
    client.simulator.advance(anHour)
    expect(await libraries.sp.status(slow.id)).toBe('Active')
  })
})

describe('the two libraries', () => {
  it.each(all)('%s: an id of it is known to itself alone', async (library) => {
    const { id } = await reviewed(library, 'https://media.test/apart.png')
    const known = all.map(async (other) => (await libraries[other].status(id)) !== undefined)
    expect(await Promise.all(known)).toEqual(all.map((other) => other === library))
    const use = async (model: string) =>
      (await client.create({ model, duration: 4, images: [`asset://${id}`] })).code
    const codes = [await use('sd2_mx_720p'), await use('seedance2.0-sp')]
    expect(codes).toEqual(library === 'audit' ? [20000, 20002] : [20002, 20000])
  })

  it('hold what was submitted, though its link is dead since', async () => {
    const image = await picture(640, 640)
    const { id } = await reviewed('audit', await uploaded('a.png', image))
    client.simulator.expireUploads()
    const images = [`asset://${id}`]
    const task = await client.finish({ model: 'sd2_mx_720p', duration: 4, images })
    expect((await client.query(task)).data.status).toBe('completed')
    expect(client.simulator.tasks().at(-1)?.material).toMatchObject([
      {
        field: 'images',
        reference: images[0],
        sha256: createHash('sha256').update(image).digest('hex'),
      },
    ])
  })
})

describe('a submission', () => {
  it.each(all)('%s: is there although its answer was lost, and counted', async (library) => {
    const link = `https://media.test/lost-${library}.png`
    client.simulator.fault({ kind: 'drop_reply', after_charge: true }, { times: 1 })
    await expect(libraries[library].submit(link)).rejects.toThrow('fetch failed')
    client.simulator.fault({ kind: 'drop_reply' }, { times: 1 })
    await expect(libraries[library].submit(link)).rejects.toThrow('fetch failed')
    const id = await libraries[library].submit(link)
    const asset_ids = client.simulator
      .assets()
      .filter(({ url }) => url === link)
      .map((asset) => asset.id)
    expect([asset_ids.length, asset_ids[1]]).toEqual([2, id])
    await client.reopen()
    const sha256 = createHash('sha256').update(link).digest('hex')
    expect(client.simulator.submissions()).toContainEqual({ library, sha256, asset_ids })
    const listed = await (await client.request('/_simulator/submissions')).json()
    expect(listed).toEqual(client.simulator.submissions())
  })
})
