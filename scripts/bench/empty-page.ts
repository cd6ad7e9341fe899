import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const folder = path.resolve('test-results/empty-page')
const port = 3397
const next = path.resolve('node_modules/next/dist/bin/next')

const files = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(path.resolve('.'))} } }`,
  // Its own, or Next would take the one of the project around it.
  'instrumentation.js': 'export function register() {}',
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }',
  'app/page.jsx':
    "export const dynamic = 'force-dynamic'\nexport default function Page() { return <p>Empty</p> }",
}

/** Builds and serves a page with nothing on it, by the same Next as ours. */
export async function serveEmptyPage(): Promise<{ url: string; close(): Promise<void> }> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: folder })

  const child = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('Ready')) resolve()
    })
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      child.kill()
      await ended
    },
  }
}
