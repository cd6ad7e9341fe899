import type { Browser } from '@playwright/test'
import { measureGalleryScroll, type GalleryScroll } from './gallery-scroll'
import { bestResult, told, type Result } from './result'

const rounds = 3

/** What scrolling through a hundred thousand tasks costs in the browser. */
export async function* benchGalleryScroll(
  browser: Browser,
  address: string,
): AsyncGenerator<Result> {
  const all: GalleryScroll[] = []
  while (all.length < rounds) all.push(await measureGalleryScroll(browser, address))
  const of = (figure: 'jump' | 'heap' | 'preview') => all.map((round) => round[figure])
  const flings = all.map(({ fling }) => fling)
  const [least] = [...flings].sort((a, b) => a.longest - b.longest)
  const longest = bestResult(
    'the longest task of a 10 s fling through the gallery at 4× CPU slowdown, time of its thread',
    flings.map((fling) => fling.longest),
    50,
    ' ms',
  )
  const clocks = told(
    flings.map(({ clock }) => clock),
    0,
  )
  // Of the worst round: nothing but the page itself adds cards.
  yield bestResult(
    'cards of the gallery that are in the page at once',
    [Math.max(...flings.map(({ cards }) => cards))],
    60,
    '',
  )
  yield { ...longest, figure: `${longest.figure}: ${least?.why}; by the clock ${clocks} ms` }
  yield bestResult(
    'a jump to the oldest clips and back, to the first poster',
    of('jump'),
    500,
    ' ms',
  )
  yield bestResult('heap that 10,000 clips there and back leave', of('heap'), 10, ' MB', 1)
  yield bestResult('a preview after the intent to see it, p95', of('preview'), 150, ' ms')
}
