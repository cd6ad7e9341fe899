/** One intent of a client: its key is its prompt's mark, so that every ledger can be joined by it. */
export type Asked = { key: string; acknowledged: boolean }

export type Clients<One> = {
  asked(): readonly One[]
  /** Ends the clients after the request each has under way; no new intent is begun. */
  stop(): Promise<readonly One[]>
}

/** What every seventh intent meets at the gateway: charged, and the reply dropped. */
const dropEvery = 7

/**
 * Clients that want one clip after another and behave as browsers do: the same key again until
 * there is an answer.
 */
export function startClients(address: string, count: number): Clients<Asked> {
  const asked: Asked[] = []
  let stopped = false

  async function client(): Promise<void> {
    while (!stopped) {
      const one: Asked = { key: crypto.randomUUID(), acknowledged: false }
      const dropReply = asked.push(one) % dropEvery === 0
      while (!one.acknowledged && !stopped) {
        one.acknowledged = await post(address, one.key, dropReply)
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
    }
  }

  const running = Promise.all(Array.from({ length: count }, client))
  return {
    asked: () => asked,
    async stop() {
      stopped = true
      await running
      return asked
    },
  }
}

async function post(address: string, key: string, dropReply: boolean): Promise<boolean> {
  const prompt = `${key}${dropReply ? ' sim:unconfirmed' : ''}`
  try {
    const response = await fetch(`${address}/api/tasks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ model: 'seedance2.0-mini', prompt, duration: 4 }),
    })
    await response.text()
    return response.ok
  } catch {
    return false
  }
}
