import { readFileSync, rmSync, writeFileSync } from 'node:fs'

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

/** Takes `path` as this process's lock file and returns its release. A dead owner's file is taken over. */
export function takeLock(path: string): () => void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const mark = [process.pid, startOf(process.pid)].filter((part) => part !== null).join(' ')
      writeFileSync(path, mark, { flag: 'wx' })
      heldHere().add(path)
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
  throw new Error(`another simulator is using this folder (${path})`)
}
