/** Colours of a time of day, as #rrggbb. */
export type Palette = {
  skyTop: string
  skyMiddle: string
  horizon: string
  light: string
  cloud: string
  near: string
  water: string
}

export const palettes = {
  dawn: {
    skyTop: '#5a6ea3',
    skyMiddle: '#d9a3a6',
    horizon: '#fbdcb0',
    light: '#fff4d8',
    cloud: '#ffe3cf',
    near: '#232a42',
    water: '#4c5f87',
  },
  day: {
    skyTop: '#3a7fc4',
    skyMiddle: '#8cc1e6',
    horizon: '#e9f3ee',
    light: '#fffdf2',
    cloud: '#ffffff',
    near: '#1f4038',
    water: '#2b7f93',
  },
  golden: {
    skyTop: '#6d7fa0',
    skyMiddle: '#e9b67f',
    horizon: '#ffe0a3',
    light: '#fff3cc',
    cloud: '#ffe9c4',
    near: '#3a2620',
    water: '#5b7a86',
  },
  dusk: {
    skyTop: '#3d3a78',
    skyMiddle: '#b9628f',
    horizon: '#fcb173',
    light: '#ffe2b4',
    cloud: '#f49aa0',
    near: '#221a38',
    water: '#4a3f78',
  },
  night: {
    skyTop: '#16284f',
    skyMiddle: '#33558f',
    horizon: '#8fb0d4',
    light: '#f3f7ff',
    cloud: '#9db7dc',
    near: '#111a30',
    water: '#27467a',
  },
  winter: {
    skyTop: '#6f93bd',
    skyMiddle: '#b9cfe2',
    horizon: '#f4f3f2',
    light: '#fffaf0',
    cloud: '#ffffff',
    near: '#40597a',
    water: '#7d9dbb',
  },
} as const satisfies Record<string, Palette>

export type TimeOfDay = keyof typeof palettes

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** `part` 0 is all `from`, 1 is all `to`. */
export function mix(from: string, to: string, part: number): string {
  const [r1, g1, b1] = channels(from)
  const [r2, g2, b2] = channels(to)
  const mixed = [r1 + (r2 - r1) * part, g1 + (g2 - g1) * part, b1 + (b2 - b1) * part]
  return `#${mixed.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}
