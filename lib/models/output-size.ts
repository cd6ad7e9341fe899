export type Size = { width: number; height: number }

type Pair = readonly [width: number, height: number]

// Official sizes of the 2.0 family (protocol §7.3), lying; upright ones are the same turned. There
// is no official 2k, and Adaptive follows the material.
const sizes: Readonly<Record<string, Readonly<Record<string, Pair>>>> = {
  '480p': { '16:9': [864, 496], '4:3': [752, 560], '1:1': [640, 640], '21:9': [992, 432] },
  '720p': { '16:9': [1280, 720], '4:3': [1112, 834], '1:1': [960, 960], '21:9': [1470, 630] },
  '1080p': { '16:9': [1920, 1080], '4:3': [1664, 1248], '1:1': [1440, 1440], '21:9': [2206, 946] },
  '4k': { '16:9': [3840, 2160], '4:3': [3326, 2494], '1:1': [2880, 2880], '21:9': [4398, 1886] },
}

/** Pixels of a finished clip; null where no source states them. */
export function outputSize(ratio: string, resolution: string): Size | null {
  const lying = sizes[resolution]?.[ratio]
  if (lying) return { width: lying[0], height: lying[1] }
  const turned = sizes[resolution]?.[ratio.split(':').reverse().join(':')]
  return turned ? { width: turned[1], height: turned[0] } : null
}
