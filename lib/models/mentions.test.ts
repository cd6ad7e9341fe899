import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  danglingMentions,
  fieldOf,
  kindOfField,
  localiseMentions,
  mentionKinds,
  mentionText,
  parseMentions,
  renumberAfterInsertion,
  renumberAfterMove,
  renumberAfterRemoval,
  renumberMentions,
  unusedReferences,
} from './mentions'

const none = { image: 0, video: 0, audio: 0 }

describe('parseMentions', () => {
  it.each([
    ['@Image1 walks', [['image', 1, '@Image1']]],
    [
      '镜头从@图片1推到@视频12，配@音频3。',
      [
        ['image', 1, '@图片1'],
        ['video', 12, '@视频12'],
        ['audio', 3, '@音频3'],
      ],
    ],
    [
      '@image2,@VIDEO3.',
      [
        ['image', 2, '@image2'],
        ['video', 3, '@VIDEO3'],
      ],
    ],
    ['@Image1走', [['image', 1, '@Image1']]],
    ['🏮@Audio1🏮', [['audio', 1, '@Audio1']]],
    [
      '(@Image1)(@Image1)',
      [
        ['image', 1, '@Image1'],
        ['image', 1, '@Image1'],
      ],
    ],
    [
      '@Image1@Image2',
      [
        ['image', 1, '@Image1'],
        ['image', 2, '@Image2'],
      ],
    ],
    ['@Image999', [['image', 999, '@Image999']]],
    [
      '@Image?走 @Image1?',
      [
        ['image', Infinity, '@Image?'],
        ['image', 1, '@Image1'],
      ],
    ],
  ])('finds in %j: %j', (prompt, expected) => {
    expect(
      parseMentions(prompt).map(({ kind, number, start, end }) => [
        kind,
        number,
        prompt.slice(start, end),
      ]),
    ).toEqual(expected)
  })

  it.each([
    ['no number', '@Image'],
    ['number nought', '@Image0'],
    ['a leading nought', '@Image01'],
    ['a letter after the number', '@Image1a'],
    ['an underscore after the number', '@图片1_b'],
    ['four digits', '@Image1000'],
    ['an address', 'me@Image1'],
    ['no @', 'Image1 图片1'],
    ['a space', '@Image 1'],
    ['another word', '@Picture1'],
  ])('takes no mention with %s', (_, prompt) => {
    expect(parseMentions(prompt)).toEqual([])
  })
})

describe('what a prompt leaves open', () => {
  it('lists mentions of what is not there', () => {
    const prompt = '@Image2 @Image3 @视频1'
    expect(danglingMentions(prompt, { ...none, image: 2 }).map(({ start }) => start)).toEqual([
      8, 16,
    ])
    expect(danglingMentions(prompt, { image: 3, video: 1, audio: 0 })).toEqual([])
  })

  it('lists references that nothing names', () => {
    expect(unusedReferences('@图片2 and @Image2', { image: 3, video: 1, audio: 0 })).toEqual([
      { kind: 'image', number: 1 },
      { kind: 'image', number: 3 },
      { kind: 'video', number: 1 },
    ])
  })
})

describe('renumbering', () => {
  it.each([
    [0, 2, '@Image3 @Image1 @图片2 @Video1 @Image4'],
    [2, 0, '@Image2 @Image3 @图片1 @Video1 @Image4'],
    [1, 1, '@Image1 @Image2 @图片3 @Video1 @Image4'],
  ])('follows an image moved from %i to %i', (from, to, expected) => {
    expect(renumberAfterMove('@Image1 @Image2 @图片3 @Video1 @Image4', 'image', from, to)).toBe(
      expected,
    )
  })

  it('leaves what named a removed reference naming nothing, for good', () => {
    const prompt = renumberAfterRemoval('@Image1 @Image2 @图片1 @Video1', 'image', 0)
    expect(prompt).toBe('@Image? @Image1 @图片? @Video1')
    expect(danglingMentions(prompt, { image: 9, video: 9, audio: 9 })).toHaveLength(2)
    expect(renumberAfterRemoval(prompt, 'image', 0)).toBe('@Image? @Image? @图片? @Video1')
  })

  it.each([
    [2, 0, '@Image1 @Image2 @Image3'],
    [2, 1, '@Image1 @Image2 @Image4'],
    [1, 2, '@Image1 @Image3 @Image4'],
  ])('makes room at %i before %i others', (index, following, expected) => {
    const prompt = '@Image1 @Image2 @Image3'
    expect(renumberAfterInsertion(prompt, 'image', index, following)).toBe(expected)
  })

  it('handles numbers of different length at once', () => {
    expect(renumberMentions('@Image9@Image10🏮@Image1', 'image', (n) => (n === 9 ? 10 : 9))).toBe(
      '@Image10@Image9🏮@Image9',
    )
  })
})

const words = ['fog', '灯笼', '🏮', '@Image', '@Image?', '@', ' ', 'a1', '@图片0', '@Image1a']
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc
        .tuple(fc.constantFrom('@Image', '@图片', '@Audio'), fc.integer({ min: 1, max: 12 }))
        .map(([word, number]) => `${word}${number} `),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

/** A prompt with its mentions cut out. */
function rest(prompt: string): string {
  return parseMentions(prompt).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)}|${left.slice(end)}`,
    prompt,
  )
}

describe('on any prompt', () => {
  it('moving there and back restores it', () => {
    const place = fc.integer({ min: 0, max: 11 })
    fc.assert(
      fc.property(text, place, place, (prompt, from, to) => {
        const moved = renumberAfterMove(prompt, 'image', from, to)
        expect(renumberAfterMove(moved, 'image', to, from)).toBe(prompt)
      }),
    )
  })

  it('a move leaves every mention on its own picture', () => {
    fc.assert(
      fc.property(text, fc.nat(11), fc.nat(11), (prompt, from, to) => {
        const before = Array.from({ length: 12 }, (_, index) => `picture ${index}`)
        const [moved = ''] = before.slice(from)
        const after = before.toSpliced(from, 1).toSpliced(to, 0, moved)
        const named = (text: string, pictures: string[]) =>
          parseMentions(text)
            .filter(({ kind }) => kind === 'image')
            .map(({ number }) => pictures[number - 1])
        expect(named(renumberAfterMove(prompt, 'image', from, to), after)).toEqual(
          named(prompt, before),
        )
      }),
    )
  })

  it('another language says the same, and touches nothing else', () => {
    fc.assert(
      fc.property(text, (prompt) => {
        const chinese = localiseMentions(prompt, 'zh')
        const meaning = (said: string) =>
          parseMentions(said).map(({ kind, number }) => [kind, number])
        expect(meaning(chinese)).toEqual(meaning(prompt))
        expect(localiseMentions(localiseMentions(chinese, 'en'), 'zh')).toBe(chinese)
        expect(rest(chinese)).toBe(rest(prompt))
      }),
    )
  })
})

it.each([
  ['image', 1, 'en', '@Image1'],
  ['video', 2, 'zh', '@视频2'],
  ['audio', 12, 'en', '@Audio12'],
  ['image', Infinity, 'zh', '@图片?'],
] as const)('%s %i in %s is %s', (kind, number, language, said) => {
  expect(mentionText(kind, number, language)).toBe(said)
})

it('each kind has a field of its own, and the field knows its kind', () => {
  expect(mentionKinds.map((kind) => kindOfField[fieldOf[kind]])).toEqual(mentionKinds)
})
