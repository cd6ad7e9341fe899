import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/longest-first.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const ignored = ['**/node_modules/**', '.next/**', 'data/**', 'e2e/**']

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      { find: 'server-only', replacement: here('./tests/server-only.ts') },
    ],
  },
  test: {
    environment: 'node',
    setupFiles: [here('./tests/stray-console.ts')],
    // One more than the cores there must be: many tests wait for the database or another process.
    maxWorkers: 3,
    // Loading everything anew for each file would be a quarter of the work.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    unstubEnvs: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.integration.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: ignored,
          globalSetup: [here('./tests/postgres/global-setup.ts')],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
