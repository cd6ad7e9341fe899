import 'server-only'
import { execFile } from 'node:child_process'
import { constants as os, setPriority } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Next's types ask for the one variable; ffmpeg has no use for it, nor for any other. */
const env = { NODE_ENV: 'production' } as const

/** Of every call: nothing to type, one thread, and no file or format that the call does not name. */
const careful = [
  '-nostdin',
  '-hide_banner',
  '-loglevel',
  'error',
  '-threads',
  '1',
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  'mov,matroska',
]

export type FfmpegOptions = {
  signal?: AbortSignal | undefined
  /** Milliseconds. */
  timeLimit: number
}

/**
 * What ffmpeg writes to its output. It reads a stranger's bytes, so it gets an empty environment, the
 * one file, the formats we store, no network, little memory to answer with, a time limit and the
 * lowest priority. Throws when it fails.
 */
export async function runFfmpeg(
  ffmpeg: string,
  args: readonly string[],
  { signal, timeLimit }: FfmpegOptions,
): Promise<Buffer> {
  const running = run(ffmpeg, [...careful, ...args], {
    encoding: 'buffer',
    env,
    killSignal: 'SIGKILL',
    maxBuffer: 16 * 1024 * 1024,
    signal,
    timeout: timeLimit,
  })
  if (running.child.pid !== undefined) lowerPriority(running.child.pid)
  return (await running).stdout
}

/** Whether it runs at all. */
export async function isFfmpeg(candidate: string): Promise<boolean> {
  try {
    await run(candidate, ['-version'], { env, timeout: 5_000 })
    return true
  } catch {
    return false
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, os.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system does not let us: it matters little.
  }
}
