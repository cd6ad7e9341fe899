import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf, wordsSought } from './words'

describe('a text is found under', () => {
  it.each<[string, string[]]>([
    ['A red Fox, running!', ['a', 'red', 'fox', 'running']],
    ['the the THE', ['the']],
    ['24fps 16:9 v2.0', ['24fps', '16', '9', 'v2', '0']],
    ['Café CAFE\u0301', ['café']],
    ["woman’s don't", ['woman', 's', 'don', 't']],
    ['Größe ΟΔΥΣΣΕΑΣ Москва', ['größe', 'οδυσσεας', 'москва']],
    ['海边日落', ['海', '边', '日', '落', '海边', '边日', '日落']],
    ['海边，日落', ['海', '边', '海边', '日', '落', '日落']],
    ['4K高清 demo', ['4k', '高', '清', '高清', 'demo']],
    ['ラーメン', ['ラ', 'ー', 'メ', 'ン', 'ラー', 'ーメ', 'メン']],
    ['ﾗｰﾒﾝ', ['ラ', 'ー', 'メ', 'ン', 'ラー', 'ーメ', 'メン']],
    ['ＦＵＬＬ　ｗｉｄｔｈ', ['full', 'width']],
    ['佐々木', ['佐', '々', '木', '佐々', '々木']],
    ['바다', ['바', '다', '바다']],
    ['𠮷野', ['𠮷', '野', '𠮷野']],
    ['🔥 & | ! ( ) : * \\ \' "', []],
    ['', []],
  ])('%j: %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it('the words of all its parts, and no pair across two of them', () => {
    expect(wordsOf('海', null, '边', 'Sea')).toEqual(['海', '边', 'sea'])
  })

  it('no more than 64 characters of a word', () => {
    expect(wordsOf('x'.repeat(5000))).toEqual(['x'.repeat(64)])
  })
})

describe('a query asks for', () => {
  it.each<[string, string[], string | null]>([
    ['red fo', ['red'], 'fo'],
    ['fox', [], 'fox'],
    ['Fox fox', ['fox'], 'fox'],
    ['海', ['海'], null],
    ['海边日', ['海边', '边日'], null],
    ['fox 海边', ['fox', '海边'], null],
    ['海边 fo', ['海边'], 'fo'],
    ['海 边', ['海', '边'], null],
    ['x'.repeat(70), [], 'x'.repeat(64)],
    [' :*&|!() ', [], null],
  ])('%j: %j and what begins with %j', (query, words, beginning) => {
    expect(wordsSought(query)).toEqual({ words, beginning })
  })
})

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..."ab é海边日落ーが바다 ,。'\\:*&|!()<>") }),
)

/** Whether a text of these words is found. */
function finds(query: string, words: string[]): boolean {
  const sought = wordsSought(query)
  const { beginning } = sought
  return (
    sought.words.every((word) => words.includes(word)) &&
    (beginning === null || words.some((word) => word.startsWith(beginning)))
  )
}

describe('any text', () => {
  it('is found by itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(finds(text, wordsOf(text))).toBe(true)
      }),
    )
  })

  it('is found by any beginning of it, cut between characters', () => {
    const cut = fc.tuple(texts, fc.nat()).map(([text, at]) => {
      const graphemes = [...new Intl.Segmenter().segment(text.normalize('NFKC'))]
      const kept = graphemes.slice(0, graphemes.length === 0 ? 0 : at % graphemes.length)
      return { text, beginning: kept.map(({ segment }) => segment).join('') }
    })
    fc.assert(
      fc.property(cut, ({ text, beginning }) => {
        expect(finds(beginning, wordsOf(text))).toBe(true)
      }),
    )
  })

  it('yields words that are no syntax, once each, none longer than PostgreSQL takes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = wordsOf(text)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
          expect(Buffer.byteLength(word)).toBeLessThan(2046)
        }
      }),
    )
  })
})
