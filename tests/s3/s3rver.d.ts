declare module 's3rver' {
  import type { IncomingMessage, Server } from 'node:http'

  /** The parts of a Koa context that we touch. */
  export type S3rverContext = {
    method: string
    url: string
    path: string
    query: Record<string, string>
    headers: Record<string, string | undefined>
    req: IncomingMessage
    status: number
    respond: boolean
  }

  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      vhostBuckets: boolean
      configureBuckets: { name: string; configs: string[] }[]
    })
    store: unknown
    logger: unknown
    context: { store: unknown; logger: unknown }
    /** The first one writes the log. */
    middleware: ((context: S3rverContext, next: () => Promise<void>) => Promise<void>)[]
    httpServer: Server
    run(): Promise<{ port: number }>
  }
}
