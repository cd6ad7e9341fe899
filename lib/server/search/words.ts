import 'server-only'

/** Longer words are cut: nobody types more of one, and PostgreSQL takes no endless ones. */
const longest = 64

/** Scripts that are written without spaces, or, as Hangul, with endings that a search leaves out. */
const scripts = ['Han', 'Hira', 'Kana', 'Bopo', 'Hang', 'Thai', 'Laoo', 'Khmr', 'Mymr']
const unspaced = `[${scripts.map((script) => `\\p{scx=${script}}`).join('')}]`
const letter = '[\\p{L}\\p{N}\\p{M}]'
const runs = new RegExp(`(?<unspaced>[${letter}&&${unspaced}]+)|[${letter}--${unspaced}]+`, 'gv')

type Run = { characters: string[]; unspaced: boolean }

/**
 * The words under which a text is found: what stands between spaces and signs, in lower case; where a
 * script has no spaces, each character and each pair of neighbours.
 */
export function wordsOf(...texts: (string | null)[]): string[] {
  const found = texts.flatMap((text) =>
    [...runsOf(text ?? '')].flatMap((run) =>
      run.unspaced ? [...run.characters, ...pairsOf(run)] : wordOf(run),
    ),
  )
  return [...new Set(found)]
}

/** The words of a query: all must be there, and the last one, still being typed, may go on. */
export function wordsSought(query: string): { words: string[]; beginning: string | null } {
  const all = [...runsOf(query)]
  const last = all.at(-1)
  const beginning = last && !last.unspaced ? wordOf(last) : null
  const words = (beginning === null ? all : all.slice(0, -1)).flatMap((run) => {
    if (!run.unspaced) return wordOf(run)
    return run.characters.length === 1 ? run.characters : pairsOf(run)
  })
  return { words: [...new Set(words)], beginning }
}

function* runsOf(text: string): Generator<Run> {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC')
  for (const match of plain.matchAll(runs)) {
    yield { characters: [...match[0]], unspaced: match.groups?.unspaced !== undefined }
  }
}

function wordOf({ characters }: Run): string {
  return characters.slice(0, longest).join('')
}

function pairsOf({ characters }: Run): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}
