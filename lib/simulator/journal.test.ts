import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from './journal'
import { takeLock } from './lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the journal', () => {
  it('gives back what was written, also when it was never closed', () => {
    const path = join(folder, 'j')
    const journal = openJournal<{ text: string }>(path)
    journal.append({ text: '一\n二' })
    journal.append({ text: 'three' })
    expect(openJournal(path).entries).toEqual([{ text: '一\n二' }, { text: 'three' }])
    journal.close()
  })

  it('cuts off a torn last line and goes on from there', () => {
    const path = join(folder, 'j')
    const first = openJournal(path)
    first.append({ n: '水' })
    first.close()
    appendFileSync(path, '{"n":2')
    const second = openJournal<unknown>(path)
    expect(second.entries).toEqual([{ n: '水' }])
    second.append({ n: 3 })
    second.close()
    expect(readFileSync(path, 'utf8')).toBe('{"n":"水"}\n{"n":3}\n')
  })

  it('does not pass over a line broken in the middle', () => {
    const path = join(folder, 'j')
    writeFileSync(path, '{"n":1}\n{"n":\n{"n":3}\n')
    expect(() => openJournal(path)).toThrow()
  })
})

describe('the lock', () => {
  it('keeps a second one out until it is released', () => {
    const path = join(folder, 'lock')
    const release = takeLock(path)
    expect(() => takeLock(path)).toThrow(/another simulator/)
    release()
    takeLock(path)()
  })

  it.each([
    ['a process that is gone', '2147483646 5'],
    ['a process whose number was given to another', `${process.ppid} 1`],
    ['this process in an earlier life', `${process.pid} 1`],
    ['nonsense', 'x'],
  ])('is taken over from %s', (_, mark) => {
    const path = join(folder, 'lock')
    writeFileSync(path, mark)
    takeLock(path)()
  })

  it('is not taken over from a living process', () => {
    const path = join(folder, 'lock')
    writeFileSync(path, String(process.ppid))
    expect(() => takeLock(path)).toThrow(/another simulator/)
  })
})
