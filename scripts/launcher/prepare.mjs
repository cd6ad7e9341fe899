import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './file-lock.mjs'
import { ensureInstalled } from './install.mjs'
import { Problem } from './problem.mjs'
import { root } from './root.mjs'
import { runInstalled } from './run-command.mjs'
import { digest, once } from './stamp.mjs'

/** Everything that a build is made from. */
const sources = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma'],
  ...['instrumentation.ts', 'proxy.ts', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
]
const schemaSources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']

const generated = join(root, 'lib/server/generated')
// Next keeps what lies in `cache` when it builds.
const cache = join(root, '.next/cache')
const buildStamp = join(cache, 'dailies-build')
const lockMaxAgeMs = 20 * 60_000

/** @typedef {{ dev: boolean, log: (line: string) => void }} Options */

/**
 * Brings the checkout to where it can be started: packages, Prisma client, build. Does only what is
 * due, and one process at a time.
 * @param {Options} options
 */
export async function prepare({ dev, log }) {
  mkdirSync(cache, { recursive: true })
  await withFileLock(
    join(cache, 'dailies-lock'),
    async () => {
      await ensureInstalled(log)
      await ensureGenerated(log)
      if (!dev) await ensureBuilt(log)
    },
    lockMaxAgeMs,
  )
}

/** @param {Options['log']} log */
export async function ensureGenerated(log) {
  const made = {
    stamp: join(generated, 'stamp'),
    value: digest(root, schemaSources),
    product: join(generated, 'prisma'),
  }
  await once(made, async () => {
    log('Generating the database client')
    const { code, output } = await runInstalled('prisma/build/index.js', ['generate'])
    if (code !== 0) throw new Problem(`The database client could not be generated:\n${output}`)
  })
}

/** @param {Options['log']} log */
async function ensureBuilt(log) {
  const made = {
    stamp: buildStamp,
    value: digest(root, sources),
    product: join(root, '.next/BUILD_ID'),
  }
  await once(made, async () => {
    log('Building (about half a minute)')
    const { code, output } = await runInstalled('next/dist/bin/next', ['build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (code !== 0) throw new Problem(`The build failed:\n${output}`)
  })
}

/** Builds even if nothing changed, and leaves the build for `up` to find. */
export async function rebuild() {
  rmSync(buildStamp, { force: true })
  await ensureBuilt(() => {})
}
