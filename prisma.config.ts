import { resolve } from 'node:path'
import { defineConfig } from 'prisma/config'

// The CLI downloads a native engine unless it is told of one; ours comes from npm. Windows can't
// start a script as a program: there `generate` works (it only looks whether the file exists).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??=
  process.platform === 'win32' ? process.execPath : resolve('scripts/schema-engine.mjs')
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
