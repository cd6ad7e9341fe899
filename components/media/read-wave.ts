export const waveBars = 46

/** Bytes: what is longer than any model takes is not decoded for a picture of 46 bars. */
const mostBytes = 30_000_000

/** Enough to tell loud from quiet, and little memory. */
const sampleRate = 8_000

type Sound = { id: string; url: string; bytes: number }

const waves = new Map<string, Promise<number[] | null>>()

/** Heights of the bars, 2–18; null where the browser cannot decode the sound. Each is read once. */
export function readWave(sound: Sound): Promise<number[] | null> {
  const known = waves.get(sound.id)
  if (known !== undefined) return known
  const reading = decode(sound).catch(() => null)
  waves.set(sound.id, reading)
  return reading
}

async function decode({ url, bytes }: Sound): Promise<number[] | null> {
  if (bytes > mostBytes) return null
  const response = await fetch(url)
  if (!response.ok) return null
  const context = new OfflineAudioContext(1, 1, sampleRate)
  const buffer = await context.decodeAudioData(await response.arrayBuffer())
  return heightsOf(buffer.getChannelData(0))
}

/** The loudest moment of each part, the loudest of all filling the height. */
export function heightsOf(samples: Float32Array): number[] {
  const part = Math.max(1, Math.floor(samples.length / waveBars))
  const peaks = Array.from({ length: waveBars }, (_, at) => {
    let peak = 0
    for (const sample of samples.subarray(at * part, (at + 1) * part)) {
      if (Math.abs(sample) > peak) peak = Math.abs(sample)
    }
    return peak
  })
  const loudest = Math.max(...peaks)
  return peaks.map((peak) => 2 + (loudest > 0 ? 16 * (peak / loudest) : 0))
}
