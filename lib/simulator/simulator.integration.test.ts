import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPath, queryPath, type Answer } from './test-client'

let folder: string
const running = new Set<ChildProcess>()
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts `npm run simulator` on a free port and reads its address from what it prints. */
async function start() {
  const env = { ...process.env, SIMULATOR_PORT: '0', SIMULATOR_KEY: '', DATA_DIR: folder }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/simulator.ts'], { env })
  running.add(child)
  let printed = ''
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    printed += chunk.toString()
    const url = /on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(printed)?.[1]
    if (url !== undefined) return { child, url }
  }
  throw new Error(`the simulator did not start: ${printed}`)
}

const headers = { authorization: 'Bearer k', 'content-type': 'application/json' }

it('loses nothing to kill -9 and leaves cleanly on SIGTERM', async () => {
  const first = await start()
  const body = JSON.stringify({ model: 'seedance2.0-md', prompt: 'sim:stuck', duration: 1 })
  const created = (await (
    await fetch(first.url + createPath, { method: 'POST', headers, body })
  ).json()) as Answer
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const second = await start()
  const path = queryPath(String(created.data.task_id))
  const found = (await (await fetch(second.url + path, { headers })).json()) as Answer
  expect(found.data).toMatchObject({ task_id: created.data.task_id, cost: 0.6 })
  const ledger = await (await fetch(`${second.url}/_simulator/ledger`)).json()
  expect(ledger).toMatchObject([{ kind: 'charge', task_id: created.data.task_id }])

  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(existsSync(join(folder, 'simulator', 'lock'))).toBe(false)
})
