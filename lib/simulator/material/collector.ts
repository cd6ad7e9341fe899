import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Agent } from 'undici'
import type { AssetRecord } from '../records'
import type { Reply } from '../reply'
import type { Kind } from './facts'
import { fetchLink, type FetchLimits } from './fetch-link'
import type { Content, Failure, Material, Reference } from './material'
import { probe } from './probe'
import { standIn, standInFor } from './stand-in'
import { Unfetchable } from './unfetchable'

export type Collector = {
  /** Fetches a link; a failure is in what it answers. Rejects only once it is closed. */
  fetch(link: Reference): Promise<Material>
  /** The same for everything a task names; an asset is what it was when it was submitted. */
  collect(references: readonly Reference[]): Promise<Material[]>
  close(): Promise<void>
}

export type CollectorOptions = {
  /** Where files lie while they are looked at. */
  dir: string
  assets: ReadonlyMap<string, AssetRecord>
  /** The answer to a link of the simulator's own; null when it is another's. */
  ownFile(url: URL): Promise<Reply> | null
  limits: FetchLimits
}

export function createCollector({ dir, assets, ownFile, limits }: CollectorOptions): Collector {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  // Connections are not kept: whoever serves a test's files may close as soon as they are fetched.
  const agent = new Agent({ pipelining: 0 })
  const stop = new AbortController()
  const ownFiles = new Map<string, Promise<Content>>()

  async function fetch(link: Reference): Promise<Material> {
    const { field, kind, reference } = link
    try {
      const content = await contentAt(reference, kind ?? 'image')
      stop.signal.throwIfAborted()
      return { field, reference, url: reference, ...content, failure: misfit(content, kind) }
    } catch (error) {
      stop.signal.throwIfAborted()
      const { why, message } = error instanceof Unfetchable ? error : unexpected(error)
      const failure = { why, detail: message }
      const nothing = { sha256: null, bytes: 0, type: '', facts: null }
      return { field, reference, url: reference, ...nothing, failure }
    }
  }

  /** Nobody submitted the assets that are always Active: they stand for what is wanted of them. */
  function held({ field, kind, reference }: Reference): Material {
    const asset = assets.get(reference.slice('asset://'.length))
    const content = asset?.material[0] ?? {
      url: reference,
      ...standIn(reference, kind ?? 'image'),
    }
    return { ...content, field, reference, failure: misfit(content, kind) }
  }

  async function contentAt(link: string, kind: Kind): Promise<Content> {
    const url = URL.canParse(link) ? new URL(link) : null
    if (url === null || !/^https?:$/.test(url.protocol)) {
      throw new Unfetchable('connection', 'not an http(s) link')
    }
    const own = ownFile(url)
    if (own !== null) return ownContent(await own)
    return standInFor(url, kind) ?? fetchContent(url.href)
  }

  /** Read where it lies, so that faults meant for the app's requests are not met by ours. */
  async function ownContent(reply: Reply): Promise<Content> {
    if (!('file' in reply)) throw new Unfetchable('answer', `HTTP ${reply.status}`)
    const { file, type } = reply
    const known = ownFiles.get(file) ?? contentOf(file, type)
    ownFiles.set(file, known)
    return known
  }

  async function fetchContent(url: string): Promise<Content> {
    const path = join(dir, randomUUID())
    try {
      const fetched = await fetchLink(url, path, { agent, stopping: stop.signal, limits })
      return { ...fetched, facts: await probe(path) }
    } finally {
      await rm(path, { force: true })
    }
  }

  return {
    fetch,
    collect: (references) =>
      Promise.all(
        references.map((one) => (one.reference.startsWith('asset://') ? held(one) : fetch(one))),
      ),
    async close() {
      stop.abort()
      await agent.destroy()
    },
  }
}

/** A disk that fails, say. The task must end all the same. */
function unexpected(error: unknown): Unfetchable {
  return new Unfetchable('connection', String(error))
}

async function contentOf(path: string, type: string): Promise<Content> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  const { size: bytes } = await stat(path)
  return { sha256: hash.digest('hex'), bytes, type, facts: await probe(path) }
}

function misfit({ facts }: Pick<Content, 'facts'>, kind: Kind | null): Failure | null {
  if (kind === null || facts?.kind === kind) return null
  return { why: 'content', detail: `${facts?.kind ?? 'nothing that can be read'}, not ${kind}` }
}
