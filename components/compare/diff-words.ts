export type Marked = { text: string; differs: boolean }

/** Longer texts are compared at their ends only: a table of all their words would be too large. */
const mostCells = 4_000_000

function wordsOf(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** The words that both have, in order: places in the first. A longest common subsequence. */
function common(first: readonly string[], second: readonly string[]): [number, number][] {
  let head = 0
  while (head < first.length && head < second.length && first[head] === second[head]) head += 1
  let tail = 0
  const most = Math.min(first.length, second.length) - head
  while (tail < most && first.at(-1 - tail) === second.at(-1 - tail)) tail += 1

  const pairs: [number, number][] = Array.from({ length: head }, (_, at) => [at, at])
  const a = first.slice(head, first.length - tail)
  const b = second.slice(head, second.length - tail)
  if (a.length * b.length <= mostCells) {
    for (const [i, j] of longest(a, b)) pairs.push([head + i, head + j])
  }
  for (let at = tail; at > 0; at -= 1) pairs.push([first.length - at, second.length - at])
  return pairs
}

function longest(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** Each text in parts: those that differ are the words that not all of the texts have in common. */
export function markDifferences(texts: readonly string[], locale: string): Marked[][] {
  const words = texts.map((text) => wordsOf(text, locale))
  const [first = [], ...others] = words
  // What is left of the first text's words after each of the others has had its say.
  let shared = first.map((_, at) => at)
  for (const other of others) {
    const left = shared.map((at) => first[at] ?? '')
    shared = common(left, other).map(([at]) => shared[at] ?? 0)
  }
  const kept = shared.map((at) => first[at] ?? '')
  return words.map((own) => {
    const same = new Set(common(own, kept).map(([at]) => at))
    return joined(own.map((text, at) => ({ text, differs: !same.has(at) })))
  })
}

/** Neighbours of a kind are one part; a space alone between two marks belongs to them. */
function joined(words: readonly Marked[]): Marked[] {
  const parts: Marked[] = []
  for (const [at, word] of words.entries()) {
    const bridge = /^\s+$/.test(word.text) && parts.at(-1)?.differs && words[at + 1]?.differs
    const differs = word.differs || bridge === true
    const last = parts.at(-1)
    if (last?.differs === differs) last.text += word.text
    else parts.push({ text: word.text, differs })
  }
  return parts
}
