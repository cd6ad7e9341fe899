import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Kept on `globalThis` because a reloaded module is a new module in the same process. */
const heldKey = Symbol.for('dailies.simulator.locks')

function heldHere(): Set<string> {
  const holder = globalThis as { [heldKey]?: Set<string> }
  return (holder[heldKey] ??= new Set())
}

/** Linux: when the process started, in clock ticks. It tells a reused process id from the old one. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isStale(path: string): boolean {
  const [pidText, start] = readFileSync(path, 'utf8').trim().split(' ')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return true
  if (pid === process.pid) return !heldHere().has(path)
  return !isAlive(pid) || (start !== undefined && startOf(pid) !== start)
}

/** A living simulator of another process has this folder. */
export class FolderTaken extends Error {
  /** Where that one listens; null while it is only starting. */
  readonly url: string | null

  constructor(path: string) {
    super(`another simulator is using this folder (${path})`)
    this.name = 'FolderTaken'
    this.url = readAddress(path)
  }
}

/** Says where the holder of the lock listens. */
export function writeAddress(path: string, url: string): void {
  writeFileSync(`${path}.address`, url)
}

function readAddress(path: string): string | null {
  return existsSync(`${path}.address`) ? readFileSync(`${path}.address`, 'utf8') : null
}

/** Takes `path` as this process's lock file and returns its release. A dead owner's file is taken over. */
export function takeLock(path: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const mark = [process.pid, startOf(process.pid)].filter((part) => part !== null).join(' ')
      writeFileSync(path, mark, { flag: 'wx' })
      heldHere().add(path)
      rmSync(`${path}.address`, { force: true })
      return () => {
        heldHere().delete(path)
        rmSync(path, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isStale(path)) break
      rmSync(path, { force: true })
    }
  }
  throw new FolderTaken(path)
}
