import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName, contentDisposition } from './disposition'

/** Reads `filename*` as a browser does. */
function nameIn(header: string): string {
  const [, encoded] = /; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(header) ?? []
  if (encoded === undefined) throw new Error(`no filename* in ${header}`)
  return decodeURIComponent(encoded)
}

const cases: [name: string, header: string][] = [
  ['clip.mp4', `attachment; filename="clip.mp4"; filename*=UTF-8''clip.mp4`],
  ['a b.mp4', `attachment; filename="a b.mp4"; filename*=UTF-8''a%20b.mp4`],
  ['纸船.mp4', `attachment; filename="_.mp4"; filename*=UTF-8''%E7%BA%B8%E8%88%B9.mp4`],
  ['Café.mp4', `attachment; filename="Cafe.mp4"; filename*=UTF-8''Caf%C3%A9.mp4`],
  ['🎬.mp4', `attachment; filename="_.mp4"; filename*=UTF-8''%F0%9F%8E%AC.mp4`],
  ['say "hi".mp4', `attachment; filename="say _hi_.mp4"; filename*=UTF-8''say%20%22hi%22.mp4`],
  ['100%.mp4', `attachment; filename="100_.mp4"; filename*=UTF-8''100%25.mp4`],
  [
    "it's (1)*.mp4",
    `attachment; filename="it's (1)*.mp4"; filename*=UTF-8''it%27s%20%281%29%2A.mp4`,
  ],
  [
    'a\r\nSet-Cookie: b.mp4',
    `attachment; filename="aSet-Cookie: b.mp4"; filename*=UTF-8''aSet-Cookie%3A%20b.mp4`,
  ],
  [
    '../../etc/passwd',
    `attachment; filename="..-..-etc-passwd"; filename*=UTF-8''..-..-etc-passwd`,
  ],
  [
    '．．／passwd',
    `attachment; filename=".._passwd"; filename*=UTF-8''%EF%BC%8E%EF%BC%8E%EF%BC%8Fpasswd`,
  ],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
  ['..', `attachment; filename="file"; filename*=UTF-8''file`],
  ['\ua8b4', `attachment; filename="_"; filename*=UTF-8''%EA%A2%B4`],
]

test.each(cases)('%j', (name, header) => {
  expect(contentDisposition('attachment', name)).toBe(header)
})

describe('whatever the name', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(
        '\r',
        '\n',
        '"',
        '\\',
        '/',
        ';',
        '%',
        '\0',
        '\ud800',
        '\u202e',
        '中',
        '🎬',
        'a',
      ),
    }),
  )

  test('the header is one ASCII line of the expected shape, and a browser reads the cleaned name', () => {
    fc.assert(
      fc.property(names, fc.constantFrom('attachment', 'inline'), (name, kind) => {
        const header = contentDisposition(kind, name)
        expect(header).toMatch(
          /^(attachment|inline); filename="[^"\\/%\x00-\x1f\x7f-\uffff]+"; filename\*=UTF-8''\S+$/,
        )
        expect(nameIn(header)).toBe(cleanFileName(name))
        expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow()
      }),
      { numRuns: 2_000 },
    )
  })

  test('the cleaned name names no folder and hides no direction', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(cleanFileName(name)).toMatch(/^[^/\\\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u)
        expect(cleanFileName(name)).not.toMatch(/^\.{1,2}$/)
      }),
      { numRuns: 2_000 },
    )
  })
})
