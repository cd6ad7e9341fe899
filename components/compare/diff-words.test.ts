import { describe, expect, it } from 'vitest'
import { markDifferences, type Marked } from './diff-words'

const show = (texts: readonly string[]) =>
  markDifferences(texts, 'en').map((parts) =>
    parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  )

describe('markDifferences', () => {
  it('marks whole words, and runs of them as one', () => {
    expect(
      show(['A wave turns, locked camera, spray', 'A wave turns, camera at water level, spray']),
    ).toEqual([
      'A wave turns, [locked ]camera, spray',
      'A wave turns, camera[ at water level], spray',
    ])
    expect(show(['one two three', 'one 2 3 three'])).toEqual(['one [two] three', 'one [2 3] three'])
  })

  it('marks nothing where they are the same, and everything where nothing is', () => {
    expect(show(['Same words', 'Same words'])).toEqual(['Same words', 'Same words'])
    expect(show(['alpha', 'beta'])).toEqual(['[alpha]', '[beta]'])
    expect(show(['', 'new'])).toEqual(['', '[new]'])
  })

  it('marks in each of several what not all have', () => {
    expect(show(['a b c', 'a x c', 'a b c d'])).toEqual(['a [b] c', 'a [x] c', 'a [b] c[ d]'])
  })

  it('finds words where none are divided by spaces', () => {
    const [first = [], second = []] = markDifferences(
      ['海浪在阳光下翻卷', '海浪在月光下翻卷'],
      'zh',
    )
    const marked = (parts: Marked[]) =>
      parts.flatMap(({ text, differs }) => (differs ? [text] : [])).join('')
    expect(marked(first)).toContain('阳光')
    expect(marked(second)).toContain('月')
    expect(marked(first)).not.toContain('翻卷')
  })

  it('gives every text back whole', () => {
    const texts = ['  spaces\nand lines ', 'spaces and 🎬 lines', 'x'.repeat(5_000)]
    expect(
      markDifferences(texts, 'en').map((parts) => parts.map(({ text }) => text).join('')),
    ).toEqual(texts)
  })
})
