import { WaveBars } from '@/components/media/wave-bars'
import type { ReferenceKind } from './reference-kinds'

/**
 * What stands on a tile in place of the picture: the browser asks no other host for anything, so a
 * link is drawn from its letters. The same link always looks the same, and another one differs.
 */
export function DrawnArt({ kind, reference }: { kind: ReferenceKind; reference: string }) {
  if (kind === 'video') return <FilmStrip seed={reference} />
  if (kind === 'audio') return <WaveBars heights={waveHeights(reference)} />
  return <Still seed={reference} view="0 0 96 60" />
}

/** Numbers from 0 to 1, the same ones for the same text. */
function numbersOf(seed: string): () => number {
  let state = 7
  for (const letter of seed) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 65521
  return () => (state = (state * 75 + 74) % 65537) / 65537
}

/** A line of hills from edge to edge, as a path that is closed below. */
function hills(next: () => number, height: number, swing: number): string {
  const tops = Array.from({ length: 5 }, (_, at) => ({ x: at * 24, y: height - swing * next() }))
  const line = tops.map(({ x, y }, at) => (at === 0 ? `M0 ${y}` : `S${x - 12} ${y} ${x} ${y}`))
  return `${line.join('')}V60H0Z`
}

/** An unlit landscape; `view` is the part of it that is seen, of 96 by 60. */
function Still({ seed, view }: { seed: string; view: string }) {
  const next = numbersOf(seed)
  return (
    <svg
      viewBox={view}
      preserveAspectRatio="xMidYMid slice"
      fill="currentColor"
      aria-hidden
      className="absolute inset-0 size-full text-ink-faint"
    >
      <circle cx={16 + 64 * next()} cy={14 + 12 * next()} r={5.5} opacity={0.3} />
      <path d={hills(next, 44, 22)} opacity={0.2} />
      <path d={hills(next, 54, 20)} opacity={0.3} />
    </svg>
  )
}

function FilmStrip({ seed }: { seed: string }) {
  return (
    <span className="absolute inset-0 grid grid-cols-[repeat(6,1fr)] gap-px bg-[light-dark(var(--color-line-strong),var(--color-stage))] py-1.25">
      {Array.from({ length: 6 }, (_, at) => (
        <span key={at} className="relative overflow-hidden bg-pressed">
          <Still seed={seed} view={`${at * 9} 0 32 60`} />
        </span>
      ))}
    </span>
  )
}

const bars = 46

function waveHeights(seed: string): number[] {
  const next = numbersOf(seed)
  return Array.from({ length: bars }, (_, at) => {
    const loud = next()
    const swell = 0.55 + 0.45 * Math.sin((at / bars) * Math.PI * 3 + loud)
    return 3 + 14 * swell * (0.35 + 0.65 * loud)
  })
}
