import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from './test-client'

let client: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  client = await startSimulator()
})
afterAll(() => client.stop())

describe('words in a prompt', () => {
  it.each([
    ['sim:moderation', /MODERATION_ERROR$/],
    ['sim:trademark', /TRADEMARK/],
    ['sim:timeout', /Read timed out/],
    ['sim:face', /PrivacyInformation/],
    ['sim:too-long', /DURATION_TOO_LONG/],
  ])('%s ends in its failure', async (word, reason) => {
    const id = await client.finish({ prompt: `a lake, ${word}, at night` })
    const { data } = await client.query(id)
    expect([data.status, data.error_message]).toEqual(['failed', expect.stringMatching(reason)])
  })

  it.each(['sim:refuse', 'sim:balance'])('%s is refused and not charged', async (prompt) => {
    const before = client.simulator.ledger().length
    expect((await client.create({ prompt })).code).toBe(20002)
    expect(client.simulator.ledger()).toHaveLength(before)
  })

  it('sim:unconfirmed is charged without an answer', async () => {
    const before = client.simulator.ledger().length
    await expect(client.create({ prompt: 'sim:unconfirmed' })).rejects.toThrow('fetch failed')
    expect(client.simulator.ledger()).toHaveLength(before + 1)
  })

  it('sim:stuck never ends', async () => {
    const id = await client.finish({ prompt: 'sim:stuck' })
    expect((await client.query(id)).data).toMatchObject({ status: 'processing' })
  })
})
