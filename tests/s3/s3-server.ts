import S3rver, { type S3rverContext } from 's3rver'
import type { S3Settings } from '@/lib/server/media/s3-settings'
import { accessKeyId, bucket, s3Variables, secretAccessKey } from './bucket'
import { MemoryStore } from './memory-store'
import { isSigned } from './signature'

export type S3Request = { method: string; key: string; query: Record<string, string> }

export type S3Server = {
  settings: S3Settings
  /** What a process is told so that it uses this bucket. */
  variables: Record<string, string>
  host: string
  store: MemoryStore
  /** Every request so far. */
  requests: S3Request[]
  /** Is asked at every request: `drop` breaks the connection, a status is answered instead of working. */
  meet(act: (request: S3Request) => 'drop' | number | void): void
  close(): Promise<void>
}

export type S3ServerOptions = {
  port?: number
  /** The most that one answer to a listing names. */
  pageSize?: number
  /** Pages of these origins may put files there. */
  origins?: readonly string[]
}

const silent = () => {}
const silence = {
  info: silent,
  warn: silent,
  error: silent,
  close: silent,
  exceptions: { unhandle: silent },
}

/** An S3 server on loopback with one empty bucket in memory, which takes signed requests alone. */
export async function startS3({
  port = 0,
  pageSize = 100,
  origins = [],
}: S3ServerOptions = {}): Promise<S3Server> {
  const store = new MemoryStore(pageSize)
  const requests: S3Request[] = []
  let act: Parameters<S3Server['meet']>[0] = () => {}

  const app = new S3rver({
    address: '127.0.0.1',
    port,
    silent: true,
    directory: '',
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: origins.length > 0 ? [corsOf(origins)] : [] }],
  })
  app.store = app.context.store = store
  // Its log goes on writing after the server has closed.
  app.logger = app.context.logger = silence
  app.middleware[0] = async (context, next) => {
    const request = readRequest(context)
    requests.push(request)
    const verdict = act(request)
    if (verdict === 'drop') {
      context.respond = false
      context.req.socket.destroy()
    } else if (verdict) {
      context.status = verdict
    } else if (context.method !== 'OPTIONS' && !isSigned(context, secretAccessKey)) {
      context.status = 403
    } else if (
      context.method === 'DELETE' &&
      store.uploads.delete(request.query['uploadId'] ?? '')
    ) {
      // Breaking off an upload, which s3rver does not know.
      context.status = 204
    } else if (!matches(context.headers['if-match'], store.etagOf(request.key))) {
      context.status = 412
    } else {
      await next()
    }
  }

  const { port: chosen } = await app.run()
  const endpoint = `http://127.0.0.1:${chosen}`
  return {
    settings: {
      bucketUrl: `${endpoint}/${bucket}/`,
      region: 'us-east-1',
      accessKeyId,
      secretAccessKey,
    },
    variables: s3Variables(endpoint),
    host: `127.0.0.1:${chosen}`,
    store,
    requests,
    meet: (next) => void (act = next),
    close: () =>
      new Promise((resolve) => {
        app.httpServer.close(() => resolve())
        app.httpServer.closeAllConnections()
      }),
  }
}

/** A condition that s3rver does not look at. */
function matches(wanted: string | undefined, etag: string | null): boolean {
  return wanted === undefined || wanted === etag
}

function readRequest({ method, path, query }: S3rverContext): S3Request {
  return { method, key: decodeURIComponent(path).slice(`/${bucket}/`.length), query: { ...query } }
}

function corsOf(origins: readonly string[]): string {
  const allowed = origins.map((origin) => `<AllowedOrigin>${origin}</AllowedOrigin>`)
  return `<CORSConfiguration><CORSRule>${allowed.join('')}<AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`
}
