import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'

/**
 * @import { SqlMigrationAwareDriverAdapterFactory, SqlDriverAdapter, SqlQueryable, SqlQuery }
 *   from '@prisma/driver-adapter-utils'
 * @import { Pool, QueryArrayResult } from 'pg'
 */

/** @typedef {SqlQueryable & { performIO(query: SqlQuery): Promise<QueryArrayResult> }} PgQueryable */
/** @typedef {SqlDriverAdapter & { underlyingDriver(): Pool }} PgAdapter */

/** PostgreSQL's internal `"char"`, in which the catalogue keeps its one-letter kinds. */
const internalCharOid = 18
const textOid = 25

/**
 * adapter-pg refuses columns of the type `"char"`, of which the engine's catalogue queries are
 * full; the engine wants them marked as characters, and panics on text.
 * @template {SqlQueryable} T
 * @param {T} queryable
 */
function acceptInternalChar(queryable) {
  const inner = /** @type {T & PgQueryable} */ (queryable)
  const performIO = inner.performIO.bind(inner)
  const queryRaw = inner.queryRaw.bind(inner)
  /** @type {WeakMap<SqlQuery, number[]>} */
  const characterColumns = new WeakMap()
  inner.performIO = async (query) => {
    const result = await performIO(query)
    const columns = []
    // A script of several statements answers with a list of results, which has no fields.
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== internalCharOid) continue
      field.dataTypeID = textOid
      columns.push(index)
    }
    characterColumns.set(query, columns)
    return result
  }
  inner.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of characterColumns.get(query) ?? []) {
      result.columnTypes[index] = ColumnTypeEnum.Character
    }
    return result
  }
  return queryable
}

/** @param {string} databaseUrl @returns {Promise<SqlDriverAdapter>} */
async function connect(databaseUrl) {
  const adapter = /** @type {PgAdapter} */ (await new PrismaPg(databaseUrl).connect())
  acceptInternalChar(adapter)
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (level) => acceptInternalChar(await startTransaction(level))
  // adapter-pg splits scripts at every semicolon, which tears function bodies apart.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  return adapter
}

/**
 * A driver adapter factory that works around what keeps adapter-pg from carrying migrations.
 * @param {string} databaseUrl
 * @returns {SqlMigrationAwareDriverAdapterFactory}
 */
export function createAdapterFactory(databaseUrl) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(databaseUrl),
    // adapter-pg's own lets the connection string win over the shadow database's name, and would
    // replay every migration into the real database.
    async connectToShadowDb() {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`
      const main = await connect(databaseUrl)
      await main.executeScript(`CREATE DATABASE "${name}"`)
      const url = new URL(databaseUrl)
      url.pathname = `/${name}`
      const shadow = await connect(url.href)
      const dispose = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        await dispose()
        await main.executeScript(`DROP DATABASE IF EXISTS "${name}"`)
        await main.dispose()
      }
      return shadow
    },
  }
}
