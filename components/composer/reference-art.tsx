import { Icon } from '@/components/ui/icon'
import { kindIcon, type ReferenceKind } from './reference-kinds'

/**
 * What stands on a tile in place of the picture: the browser asks no other host for anything, so a
 * link is shown by its kind alone.
 */
export function ReferenceArt({ kind, reference }: { kind: ReferenceKind; reference: string }) {
  if (kind === 'video') return <FilmStrip />
  if (kind === 'audio') return <Waveform seed={reference} />
  return (
    <span className="absolute inset-0 grid place-items-center pb-4 text-ink-faint">
      <Icon name={kindIcon.image} size={18} />
    </span>
  )
}

function FilmStrip() {
  return (
    <span className="absolute inset-0 grid grid-cols-[repeat(6,1fr)] gap-px bg-[light-dark(var(--color-line-strong),var(--color-stage))] py-1.25">
      {Array.from({ length: 6 }, (_, at) => (
        <span key={at} className="bg-pressed" />
      ))}
    </span>
  )
}

const bars = 46

/** Always the same wave for the same link: made from its letters, not from its sound. */
function waveHeights(seed: string): number[] {
  let state = 7
  for (const letter of seed) state = (state * 31 + (letter.codePointAt(0) ?? 0)) % 65521
  return Array.from({ length: bars }, (_, at) => {
    state = (state * 75 + 74) % 65537
    const swell = 0.55 + 0.45 * Math.sin((at / bars) * Math.PI * 3 + state / 65537)
    return 3 + 14 * swell * (0.35 + (0.65 * state) / 65537)
  })
}

function Waveform({ seed }: { seed: string }) {
  return (
    <svg
      viewBox={`0 0 ${bars * 3.5} 20`}
      preserveAspectRatio="none"
      fill="currentColor"
      aria-hidden
      className="absolute inset-x-2.5 top-2 h-8 w-[calc(100%-20px)] text-ink-soft"
    >
      {waveHeights(seed).map((height, at) => (
        <rect key={at} x={at * 3.5} y={10 - height / 2} width={1.7} height={height} rx={0.85} />
      ))}
    </svg>
  )
}
