import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anHour, startSimulator, type Answer } from '../test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator()
})
afterAll(() => client.stop())

async function answerOf(response: Promise<Response>): Promise<Answer> {
  return (await (await response).json()) as Answer
}

describe('libraries and uploads', () => {
  it('reviews what Full uses', async () => {
    const path = '/api/open-api/v1/seedance/assets'
    const image_urls = ['https://media.test/a.png', 'https://media.test/reject.png', 'nonsense']
    const { code, data } = await answerOf(client.post(`${path}/audit`, { image_urls }))
    const items = data.items as { asset_id: string; status: string }[]
    const asset_ids = items.map((item) => item.asset_id)
    expect([code, items.map((item) => item.status)]).toEqual([20000, ['Pending', 'Pending']])
    expect(data.failed_items).toHaveLength(1)

    const images = [`asset://${asset_ids[0]}`]
    expect((await client.create({ model: 'sd2_mx_720p', duration: 4, images })).code).toBe(20002)
    client.simulator.advance(anHour)
    const after = await answerOf(client.post(`${path}/status`, { asset_ids }))
    expect(after.data.items).toEqual([
      { asset_id: asset_ids[0], status: 'Active' },
      { asset_id: asset_ids[1], status: 'Rejected' },
    ])
    const byGet = await answerOf(client.request(`${path}/status?asset_ids=${asset_ids.join(',')}`))
    expect(byGet.data).toEqual(after.data)
    expect((await client.create({ model: 'sd2_mx_720p', duration: 4, images })).code).toBe(20000)
    expect((await client.create({ model: 'seedance2.0-sp', duration: 4, images })).code).toBe(20002)
  })

  it('keeps what SP uses, with 0 for success', async () => {
    const path = '/api/open-api/v1/seedance/sp/assets'
    const url = 'https://media.test/fox.png'
    const added = await answerOf(client.post(`${path}/upload`, { name: 'fox', type: 'image', url }))
    const { asset_id } = added.data
    expect(added.code).toBe(0)
    client.simulator.advance(anHour)
    const detail = await answerOf(client.post(`${path}/detail`, { asset_id }))
    expect(detail.data).toMatchObject({ asset_id, status: 'Active', name: 'fox', image_url: url })
    const status = await answerOf(client.post(`${path}/status`, { asset_ids: [asset_id, 'none'] }))
    expect(status.data.items).toEqual([detail.data])
    const images = [`asset://${String(asset_id)}`]
    expect((await client.create({ model: 'seedance2.0-sp', duration: 4, images })).code).toBe(20000)
  })

  it('lists a portrait with its reference once it is accepted', async () => {
    const path = '/api/open-api/v1/seedance/sp/realperson'
    const url = 'https://media.test/me.png'
    const added = await answerOf(client.post(`${path}/submit`, { name: 'me', url }))
    expect(added.data).toMatchObject({ status: 'Processing', asset_ref: null })
    client.simulator.advance(anHour)
    const { asset_id } = added.data
    const after = await answerOf(client.post(`${path}/status`, { asset_id }))
    expect(after.data).toMatchObject({ status: 'Active', asset_ref: `asset://${String(asset_id)}` })
    const batch = await answerOf(client.post(`${path}/batch-status`, { asset_ids: [asset_id] }))
    expect(batch.data.items).toEqual([after.data])
  })

  it('lets ids that start with demo- be used at once', async () => {
    const images = ['asset://demo-fox']
    for (const model of ['sd2_mx_4k', 'seedance2.0-sp']) {
      expect((await client.create({ model, duration: 4, images })).code).toBe(20000)
    }
  })

  async function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const body = new FormData()
    body.set('file', new File([bytes], name))
    return answerOf(client.request('/api/open-api/v1/files/upload', { method: 'POST', body }))
  }

  it('takes an upload and hands it out under its link for three days', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 45, 45])
    const { data } = await upload('雪 fox.PNG', bytes)
    expect(data).toMatchObject({ filename: '雪 fox.PNG', size: 6, mime_type: 'image/png' })
    const url = String(data.url)
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
    expect((await client.create({ images: [url] })).code).toBe(20000)
    client.simulator.advance(72 * anHour)
    expect((await fetch(url)).status).toBe(403)
  })

  it('takes 100 MB and not a byte more', async () => {
    const most = 100 * 1024 * 1024
    expect((await upload('long.mp4', new Uint8Array(most))).data).toMatchObject({ size: most })
    expect((await upload('longer.mp4', new Uint8Array(most + 1))).code).toBe(20002)
    expect((await upload('longest.mp4', new Uint8Array(most * 1.1))).code).toBe(20002)
  }, 120_000)

  it('refuses files of other kinds and bodies that are no form', async () => {
    expect((await upload('page.html', new Uint8Array(1))).code).toBe(20002)
    expect((await answerOf(client.post('/api/open-api/v1/files/upload', {}))).code).toBe(20002)
  })
})
