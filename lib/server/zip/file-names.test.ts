import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNames } from './file-names'
import { safeName } from '../media/safe-name'

const createdAt = new Date('2026-11-22T23:59:00Z')
const id = '019c2f6e-5b1a-7c3d-8e4f-a1b2c3d4e5f6'
const clip = (title: string | null, prompt = '') => ({ id, title, prompt, createdAt })

/** What Windows, macOS and Linux refuse, or take for something else. */
function faultsOf(name: string): string[] {
  const base = name.split('.')[0]?.trimEnd() ?? ''
  const faults: Record<string, boolean> = {
    'a character that Windows refuses': /[<>:"/\\|?*\u0000-\u001f\u007f]/.test(name),
    'a control or direction character':
      /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name),
    'not well-formed': /\p{Cs}/u.test(name),
    'not NFC': name !== name.normalize('NFC'),
    'a device of Windows': /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i.test(
      base,
    ),
    'a dot or blank at its end': /[. ]$/.test(name),
    'a dot, blank or dash at its start': /^[\s.~-]/.test(name),
    'longer than an encrypted folder takes': Buffer.byteLength(name) > 143,
    empty: name === '',
  }
  return Object.keys(faults).filter((fault) => faults[fault])
}

const nasty = fc.constantFrom(
  ...['CON', 'nul.txt', 'COM¹', 'LPT9 .x', 'aux', 'CONIN$', '../../etc/passwd', 'C:\\boot.ini'],
  ...[
    '...',
    ' . . ',
    '-rf',
    '~',
    'a.',
    'b ',
    '\u202egpj.exe',
    'e\u0301',
    '\u1112\u1161\u11ab',
    '\ud800',
  ],
  ...[
    '纸船漂过水面',
    '灯笼'.repeat(90),
    '👨‍👩‍👧‍👦'.repeat(30),
    `x${'\u0301'.repeat(300)}`,
    '\u0958',
    '\ufb2c'.repeat(60),
  ],
  ...['Straße', 'STRASSE', 'ﬁ', 'İ', '\u0000\r\n', '\ufffe', 'a/b', '=1+1', '%2e%2e%2f'],
)
const words = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 80 }),
  fc
    .tuple(nasty, fc.string({ unit: 'binary', maxLength: 8 }), nasty)
    .map((parts) => parts.join('')),
)

describe('whatever the words', () => {
  it('every name is taken by Windows, macOS and Linux, and no two are alike', () => {
    const clips = fc.array(
      fc.record({
        id: fc.constantFrom(id, id.toUpperCase(), '019c2f6e-5b1a-7c3d-8e4f-000000000000'),
        title: fc.option(words),
        prompt: words,
        createdAt: fc.constant(createdAt),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(clips, (some) => {
        const names = fileNames(some)
        expect(names.flatMap(faultsOf)).toEqual([])
        for (const form of ['NFC', 'NFD', 'NFKC'] as const) {
          const folded = names.map((name) => name.normalize(form).toUpperCase().toLowerCase())
          expect(new Set(folded).size).toBe(names.length)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('words alone make a name too', () => {
    fc.assert(
      fc.property(words, (some) => {
        const name = safeName(some)
        if (name !== '') expect(faultsOf(`${name}.mp4`)).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })
})

it.each([
  ['Opening shot', 'Opening shot 2026-11-22 d4e5f6.mp4'],
  ['纸船漂过水面。', '纸船漂过水面。 2026-11-22 d4e5f6.mp4'],
  ['con.txt', '_con.txt 2026-11-22 d4e5f6.mp4'],
  ['What? "No"', 'What- -No 2026-11-22 d4e5f6.mp4'],
  ['???', 'Clip 2026-11-22 d4e5f6.mp4'],
  ['e\u0301t\u00e9', '\u00e9t\u00e9 2026-11-22 d4e5f6.mp4'],
])('%j', (title, name) => {
  expect(fileNames([clip(title)])).toEqual([name])
})

it('a letter of another alphabet for the same letter makes no other name', () => {
  expect(fileNames([clip('a'), clip('\u{1D468}')])[1]).toContain('(2)')
})

it('clips of one name are counted, whatever their case', () => {
  expect(fileNames([clip('Boat'), clip('BOAT'), clip(null, 'boat')])).toEqual([
    'Boat 2026-11-22 d4e5f6.mp4',
    'BOAT 2026-11-22 d4e5f6 (2).mp4',
    'boat 2026-11-22 d4e5f6 (3).mp4',
  ])
})
