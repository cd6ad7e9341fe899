import { thumbHashToAverageRGBA } from 'thumbhash'

/** The one colour that a picture is on average, out of the bytes that came with it. */
export function averageColour(thumbhash: string | null): string | undefined {
  if (thumbhash === null) return undefined
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0))
    const { r, g, b } = thumbHashToAverageRGBA(bytes)
    return `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(' ')})`
  } catch {
    return undefined
  }
}
