import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/lib/server/generated/prisma/client'

const poolSize = 10
const connectTimeoutMs = 10_000
const idleTimeoutMs = 60_000
const statementTimeoutMs = 15_000

/**
 * Connects lazily; `$disconnect()` closes the pool. Times are read and written in UTC whatever the
 * server's own zone, and no statement may hold a connection for longer than 15 s.
 */
export function createDb(databaseUrl: string): PrismaClient {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'dailies',
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    // Not start-up options: hosted poolers refuse those.
    onConnect: async (client) => {
      await client.query(`SET timezone = 'UTC'; SET statement_timeout = ${statementTimeoutMs}`)
    },
  })
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) })
}
