import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export const templateName = 'dailies_template'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** A database of the test's own: a copy of the migrated one, or an empty one. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = await createDatabase(serverUrl, name, options.empty ? 'template0' : templateName)
  return { url, drop: () => execute(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`) }
}

export async function createDatabase(
  serverUrl: string,
  name: string,
  template = 'template0',
): Promise<string> {
  await execute(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
