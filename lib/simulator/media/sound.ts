import { createRandom } from './random'

/** Pentatonic steps above the root, in semitones. */
const chords = [
  [0, 7, 12, 16],
  [0, 7, 14, 19],
  [0, 9, 12, 16],
  [0, 5, 12, 21],
] as const

export type Sound = {
  /** lavfi sources, one an input. */
  sources: string[]
  /** Filter that mixes inputs from number `first` on into `[sound]`. */
  filter(first: number): string
}

/** Soft held tones over a breath of wind, other ones for another seed. */
export function soundOf(seed: number, seconds: number): Sound {
  const random = createRandom(seed ^ 0x5eed)
  const root = 110 * 2 ** (Math.floor(random() * 8) / 12)
  const chord = chords[Math.floor(random() * chords.length)] ?? chords[0]
  const tones = chord.map((step) => (root * 2 ** (step / 12)).toFixed(2))
  const tremolo = (index: number) => (0.11 + 0.05 * index + 0.04 * random()).toFixed(3)
  const speeds = tones.map((_, index) => tremolo(index))
  const fadeOut = Math.max(0, seconds - 0.8).toFixed(2)
  return {
    sources: [
      ...tones.map((tone) => `sine=frequency=${tone}:sample_rate=48000`),
      'anoisesrc=color=brown:sample_rate=48000:amplitude=0.25:seed=7',
    ],
    filter: (first) => {
      const voices = speeds.map(
        (speed, index) =>
          `[${first + index}]tremolo=f=${speed}:d=0.7,volume=${0.5 / (index + 1)}[v${index}]`,
      )
      const wind = `[${first + tones.length}]lowpass=f=420[wind]`
      const inputs = speeds.map((_, index) => `[v${index}]`).join('')
      const mixed = `${inputs}[wind]amix=inputs=${tones.length + 1}:normalize=0,volume=0.5,atrim=end=${seconds.toFixed(6)}`
      return [...voices, wind, `${mixed},afade=d=0.4,afade=t=out:st=${fadeOut}:d=0.8[sound]`].join(
        ';',
      )
    },
  }
}
