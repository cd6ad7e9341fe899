import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { downloadName } from './download-name'

const task = {
  id: '019c2f6e-5b1a-7c3d-8e4f-a1b2c3d4e5f6',
  title: null,
  prompt: '',
  createdAt: new Date('2026-11-22T23:59:00Z'),
}

const cases: [title: string | null, prompt: string, name: string][] = [
  [null, 'A paper boat', 'A paper boat 2026-11-22 d4e5f6.mp4'],
  ['Opening shot', 'A paper boat', 'Opening shot 2026-11-22 d4e5f6.mp4'],
  ['  ', 'A paper boat', 'A paper boat 2026-11-22 d4e5f6.mp4'],
  [null, '纸船漂过水面。', '纸船漂过水面。 2026-11-22 d4e5f6.mp4'],
  [null, 'one\n\n  two\tthree', 'one two three 2026-11-22 d4e5f6.mp4'],
  [null, 'What? "No": <never>|*', 'What- -No- -never 2026-11-22 d4e5f6.mp4'],
  [null, '../../etc/passwd', 'etc-passwd 2026-11-22 d4e5f6.mp4'],
  [null, '???', 'Clip 2026-11-22 d4e5f6.mp4'],
  [null, '', 'Clip 2026-11-22 d4e5f6.mp4'],
  ['con', '', '_con 2026-11-22 d4e5f6.mp4'],
  ['con.x', '', '_con.x 2026-11-22 d4e5f6.mp4'],
]

test.each(cases)('title %j, prompt %j', (title, prompt, name) => {
  expect(downloadName({ ...task, title, prompt }, 'mp4')).toBe(name)
})

test('a long prompt is cut between characters, never inside one', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(downloadName({ ...task, prompt: family.repeat(40) }, 'mp4')).toMatch(
    new RegExp(`^(${family})+… 2026-11-22 d4e5f6\\.mp4$`, 'u'),
  )
})

describe('whatever the prompt', () => {
  test('the name fits every desktop file system', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (prompt) => {
        const name = downloadName({ ...task, prompt }, 'mp4')
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
        expect(name).not.toMatch(/^[\s.~-]/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i)
        expect(name).toMatch(/ 2026-11-22 d4e5f6\.mp4$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      }),
      { numRuns: 2_000 },
    )
  })
})
