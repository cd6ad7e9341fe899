import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clip, picture, serve } from '../test-files'
import { anHour, startSimulator, type Answer } from '../test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator({ startBalance: 10_000 })
})
afterAll(() => client.stop())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  const response = await client.request('/api/open-api/v1/files/upload', { method: 'POST', body })
  return String(((await response.json()) as Answer).data.url)
}

/** How a task of these fields ends. */
async function endOf(fields: Record<string, unknown>) {
  const id = await client.finish(fields)
  const { data } = await client.query(id)
  return { id, status: data.status, error_message: data.error_message }
}

const refundsOf = (id: string) =>
  client.simulator.ledger().filter(({ kind, task_id }) => kind === 'refund' && task_id === id)

describe('what a task names', () => {
  it('is fetched, and told by the bytes', async () => {
    const [first, last] = [await picture(400, 300), await picture(300, 400)]
    const origin = await serve((_, response) => response.end(last))
    const links = { first_image: await upload('a.png', first), last_image: `${origin.url}/b` }
    const { id, status } = await endOf(links)
    await origin.close()
    expect(status).toBe('completed')
    const fetched = client.simulator.fetched().filter(({ of }) => 'task' in of && of.task === id)
    expect(fetched).toMatchObject([
      { field: 'first_image', reference: links.first_image, sha256: sha256(first) },
      { field: 'last_image', url: links.last_image, sha256: sha256(last), bytes: last.length },
    ])
    const listed = await (await client.request('/_simulator/fetched')).json()
    expect(listed).toEqual(JSON.parse(JSON.stringify(client.simulator.fetched())))
  })

  it.each([
    ['https://media.example/missing.png', '[SY_ERR:10] s3 upload failed'],
    ['https://media.invalid/a.png', '[SY_ERR:10] connection reset by peer'],
  ])('%s: charged, then failed and refunded', async (link, error_message) => {
    const end = await endOf({ images: [link] })
    expect(end).toMatchObject({ status: 'failed', error_message })
    expect(refundsOf(end.id)).toHaveLength(1)
  })

  it('breaks a stated limit: charged, then failed and refunded', async () => {
    const long = await upload('long.mp4', await clip({ seconds: 16 }))
    const end = await endOf({ reference_videos: [long] })
    expect(end).toMatchObject({
      status: 'failed',
      error_message: expect.stringMatching(/DURATION_TOO_LONG/),
    })
    expect(refundsOf(end.id)).toHaveLength(1)
  })

  it('is a GIF under another name', async () => {
    const gif = await upload('fox.png', await picture(640, 480, 'gif'))
    expect((await endOf({ images: [gif] })).status).toBe('failed')
    expect((await endOf({ model: 'seedance2.0-std', duration: 4, images: [gif] })).status).toBe(
      'completed',
    )
  })

  it('is refused at once in strict mode', async () => {
    const strict = await startSimulator({ strict: true })
    const codeOf = async (link: string) => (await strict.create({ images: [link] })).code
    expect(await codeOf('https://media.example/missing.png')).toBe(20002)
    expect(await codeOf('https://media.example/a.svg')).toBe(20002)
    expect(strict.simulator.ledger()).toEqual([])
    expect(await codeOf('https://media.example/a.png')).toBe(20000)
    expect(strict.simulator.fetched()).toHaveLength(1)
    await strict.stop()
  })

  it('does not wait for the fetch to be answered, and does not end before it', async () => {
    let release = () => undefined as void
    const image = await picture()
    const origin = await serve((_, response) => {
      release = () => void response.end(image)
    })
    const { code, data } = await client.create({ images: [`${origin.url}/slow`] })
    client.simulator.advance(anHour)
    const early = await client.query(data.task_id)
    expect([code, early.data.status]).toEqual([20000, 'processing'])
    release()
    await expect.poll(async () => (await client.query(data.task_id)).data.status).toBe('completed')
    await origin.close()
  })

  it('is fetched again where the simulator was stopped meanwhile', async () => {
    const image = await picture()
    let asked = 0
    const origin = await serve((_, response) => {
      asked += 1
      if (asked > 1) response.end(image)
    })
    const { data } = await client.create({ images: [`${origin.url}/a`] })
    await expect.poll(() => asked).toBe(1)
    await client.reopen()
    client.simulator.advance(anHour)
    expect((await client.query(data.task_id)).data.status).toBe('completed')
    expect(client.simulator.fetched().at(-1)).toMatchObject({ sha256: sha256(image) })
    await origin.close()
  })

  it('keeps a scripted ending, and is recorded all the same', async () => {
    const images = ['https://media.example/missing.png']
    const end = await endOf({ prompt: 'sim:moderation', images })
    expect(end.error_message).toBe('[SY_ERR:10] PROVIDER_MODERATION_ERROR')
    expect(client.simulator.fetched().at(-1)).toMatchObject({ failure: { detail: 'HTTP 404' } })
  })
})

describe('an upload', () => {
  it('lives under its link after a restart on another port', async () => {
    const link = await upload('a.png', await picture(500, 500))
    await client.reopen()
    expect((await endOf({ images: [link] })).status).toBe('completed')
  })

  it('can be made to expire at once; one of after that lives', async () => {
    const image = await picture(500, 501)
    const link = await upload('a.png', image)
    const response = await client.post('/_simulator/uploads/expire', {})
    expect([response.status, (await fetch(link)).status]).toEqual([200, 403])
    expect((await endOf({ images: [link] })).status).toBe('failed')
    await client.reopen()
    const { pathname, search } = new URL(link)
    expect((await fetch(client.simulator.url + pathname + search)).status).toBe(403)
    expect((await endOf({ images: [await upload('a.png', image)] })).status).toBe('completed')
  })

  it('is not asked for over the network, where a fault would meet it', async () => {
    const link = await upload('a.png', await picture())
    client.simulator.fault({ kind: 'http_status', status: 500 }, { match: { path: '/files/' } })
    expect((await fetch(link)).status).toBe(500)
    expect((await endOf({ images: [link] })).status).toBe('completed')
    client.simulator.clearFaults()
  })
})
