/** Pixels by resolution and ratio, protocol §7.3. The 2k row is the document's plausible list. */
const sizes: Record<string, Record<string, readonly [width: number, height: number]>> = {
  '480p': {
    '16:9': [864, 496],
    '4:3': [752, 560],
    '1:1': [640, 640],
    '3:4': [560, 752],
    '9:16': [496, 864],
    '21:9': [992, 432],
  },
  '720p': {
    '16:9': [1280, 720],
    '4:3': [1112, 834],
    '1:1': [960, 960],
    '3:4': [834, 1112],
    '9:16': [720, 1280],
    '21:9': [1470, 630],
  },
  '1080p': {
    '16:9': [1920, 1080],
    '4:3': [1664, 1248],
    '1:1': [1440, 1440],
    '3:4': [1248, 1664],
    '9:16': [1080, 1920],
    '21:9': [2206, 946],
  },
  '2k': {
    '16:9': [2560, 1440],
    '4:3': [1920, 1440],
    '1:1': [1440, 1440],
    '3:4': [1440, 1920],
    '9:16': [1440, 2560],
    '21:9': [3360, 1440],
  },
  '4k': {
    '16:9': [3840, 2160],
    '4:3': [3326, 2494],
    '1:1': [2880, 2880],
    '3:4': [2494, 3326],
    '9:16': [2160, 3840],
    '21:9': [4398, 1886],
  },
}

export type Size = { width: number; height: number }

/** `Adaptive` follows the material; the simulator draws 16:9 whatever that is. */
export function outputRatio(ratio: string): string {
  return ratio === 'Adaptive' ? '16:9' : ratio
}

export function outputSize(resolution: string, ratio: string): Size {
  const size = sizes[resolution]?.[outputRatio(ratio)]
  if (size === undefined) throw new Error(`no output size for ${resolution} ${ratio}`)
  return { width: size[0], height: size[1] }
}

/** 24 fps and one frame more than the seconds say (protocol §7.3, "length"). */
export function frameCount(seconds: number): number {
  return 24 * seconds + 1
}
