import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'

export type Journal<Entry> = {
  /** What earlier runs wrote, oldest first. */
  readonly entries: Entry[]
  append(entry: Entry): void
  close(): void
}

/**
 * One JSON object a line, only ever appended. The write is synchronous and the line is whole
 * before `append` returns, so a `kill -9` of the process loses nothing that was answered for. A
 * torn last line (power loss) is cut off; a broken line elsewhere is an error, never skipped.
 */
export function openJournal<Entry>(path: string): Journal<Entry> {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const entries = whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)

  const file = openSync(path, 'a')
  ftruncateSync(file, Buffer.byteLength(whole))
  return {
    entries,
    append: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  }
}
