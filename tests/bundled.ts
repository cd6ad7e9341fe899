import { mkdir, mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'

/** Within the checkout, so that the program finds its packages. */
const cache = path.resolve('node_modules/.cache/programs')

/**
 * A program of ours as one file of JavaScript in a folder of its own: for tests that start it dozens of
 * times, where translating it anew would be most of the work.
 */
export async function bundled(entry: string): Promise<{ file: string; folder: string }> {
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(path.join(cache, 'program-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: {
      alias: [
        { find: /^@\//, replacement: `${path.resolve()}/` },
        { find: 'server-only', replacement: path.resolve('tests/server-only.ts') },
      ],
    },
    build: {
      ssr: path.resolve(entry),
      outDir: folder,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'program.mjs', codeSplitting: false } },
    },
  })
  return { file: path.join(folder, 'program.mjs'), folder }
}
