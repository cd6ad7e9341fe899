import { execFile } from 'node:child_process'
import { access, mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the files lie: never in the repository's own tree. */
export const materialFolder = path.resolve('node_modules/.cache/material')

/** Raised when what a recipe makes changes, so that no file of an older recipe is taken for it. */
const edition = 1

/** The file of this name, made by `make` if it is not there yet; a broken run leaves nothing behind. */
export async function cached(
  name: string,
  make: (file: string) => Promise<unknown>,
): Promise<string> {
  const folder = path.join(materialFolder, String(edition))
  const file = path.join(folder, name)
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    return file
  await mkdir(folder, { recursive: true })
  const unfinished = path.join(folder, `making-${process.pid}-${name}`)
  await make(unfinished)
  await rename(unfinished, file)
  return file
}

export async function ffmpeg(...args: string[]): Promise<void> {
  await run('ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...args])
}
