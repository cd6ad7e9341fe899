import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator'

export type Answer = { code: unknown; msg: string; data: Record<string, unknown> }

export const createPath = '/api/open-api/v1/seedance/videos'
export const queryPath = (id: string) => `/api/open-api/v1/videos/${id}`

/** Longer than any task and any review takes. */
export const anHour = 3_600_000

/** A simulator in a folder of its own and a client that speaks to it as to the gateway. */
export async function startSimulator(options: Partial<SimulatorOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const open = () => createSimulator({ dataDir: folder, ffmpeg: null, ...options })
  let simulator: Simulator = await open()

  function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: 'Bearer test-key', ...init.headers }
    return fetch(simulator.url + path, { ...init, headers })
  }
  function post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  async function create(fields: Record<string, unknown> = {}): Promise<Answer> {
    const input = { model: 'seedance2.0-md', prompt: 'a lake', duration: 1, ...fields }
    return (await (await post(createPath, input)).json()) as Answer
  }
  async function query(id: unknown): Promise<Answer> {
    return (await (await request(queryPath(String(id)))).json()) as Answer
  }
  /** Creates a task, lets it end, and returns its id. */
  async function finish(fields: Record<string, unknown> = {}): Promise<string> {
    const { data } = await create(fields)
    simulator.advance(anHour)
    return String(data.task_id)
  }
  async function linkOf(id: string): Promise<string> {
    const { data } = await query(id)
    return (data.result as { video_url: string }).video_url
  }
  return {
    get simulator() {
      return simulator
    },
    folder,
    request,
    post,
    create,
    query,
    finish,
    linkOf,
    /** Closes and opens it again on the same folder. */
    async reopen() {
      await simulator.close()
      simulator = await open()
    },
    async stop() {
      await simulator.close()
      rmSync(folder, { recursive: true })
    },
  }
}
