import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digest, once } from './stamp.mjs'

let base: string
const path = (name: string) => join(base, name)

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'dailies-stamp-'))
  await mkdir(path('app/deep'), { recursive: true })
  await writeFile(path('app/page.tsx'), 'page')
  await writeFile(path('app/deep/card.tsx'), 'card')
})
afterEach(() => rm(base, { recursive: true }))

describe('digest', () => {
  const now = () => digest(base, ['app', 'config.ts', 'absent'])

  test.each<[string, () => Promise<void>]>([
    ['a file changes', () => writeFile(path('app/deep/card.tsx'), 'Card')],
    ['a file comes', () => writeFile(path('app/new.tsx'), '')],
    ['a file goes', () => rm(path('app/page.tsx'))],
    ['a file moves', () => rename(path('app/page.tsx'), path('app/deep/page.tsx'))],
    ['a listed file appears', () => writeFile(path('config.ts'), '')],
  ])('changes when %s', async (_, change) => {
    const before = now()
    await change()
    expect(now()).not.toBe(before)
  })

  test.each<[string, () => Promise<void>]>([
    ['nothing changed', async () => {}],
    ['a file is written anew with the same content', () => writeFile(path('app/page.tsx'), 'page')],
    ['a test changes', () => writeFile(path('app/page.test.tsx'), 'test')],
    ['a file outside changes', () => writeFile(path('notes.md'), 'note')],
  ])('stays when %s', async (_, change) => {
    const before = now()
    await change()
    expect(now()).toBe(before)
  })
})

describe('once', () => {
  let done: number
  const run = (value: string, work: () => Promise<void> = async () => {}) =>
    once({ stamp: path('cache/stamp'), value, product: path('app/page.tsx') }, async () => {
      done += 1
      await work()
    })

  beforeEach(() => {
    done = 0
  })

  test('works the first time and for each new value', async () => {
    for (const value of ['a', 'a', 'b', 'a']) await run(value)
    expect(done).toBe(3)
  })

  test('works again when the product is gone', async () => {
    await run('a')
    await rm(path('app/page.tsx'))
    await run('a')
    expect(done).toBe(2)
  })

  test('does not take failed work for done', async () => {
    const failure = new Error('failed')
    await expect(run('a', () => Promise.reject(failure))).rejects.toBe(failure)
    await run('a')
    expect(done).toBe(2)
  })
})
