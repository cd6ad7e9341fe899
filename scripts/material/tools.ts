import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the files lie: never in the repository's own tree. */
export const materialFolder = path.resolve('node_modules/.cache/material')

/** Raised when what a recipe makes changes, so that no file of an older recipe is taken for it. */
const edition = 2

/** Files being made by this process: who asks for one meanwhile waits for it. */
const underWay = new Map<string, Promise<string>>()

/** The file of this name, made by `make` if it is not there yet; a broken run leaves nothing behind. */
export function cached(name: string, make: (file: string) => Promise<unknown>): Promise<string> {
  const made = underWay.get(name) ?? produce(name, make).finally(() => underWay.delete(name))
  underWay.set(name, made)
  return made
}

async function produce(name: string, make: (file: string) => Promise<unknown>): Promise<string> {
  const folder = path.join(materialFolder, String(edition))
  const file = path.join(folder, name)
  if (existsSync(file)) return file
  await mkdir(folder, { recursive: true })
  // Other processes make files here too.
  const unfinished = path.join(folder, `making-${process.pid}-${name}`)
  await make(unfinished)
  await rename(unfinished, file)
  return file
}

export async function ffmpeg(...args: string[]): Promise<void> {
  await run('ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...args])
}
