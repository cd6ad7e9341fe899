/** Every clip of the models plays at this rate. */
export const frameRate = 24

/** `0:03f12`: minutes, seconds and the frame within the second. The f keeps frames from being read as hundredths. */
export function timecode(seconds: number): string {
  const frames = frameOf(seconds)
  const whole = Math.floor(frames / frameRate)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(whole / 60)}:${two(whole % 60)}f${two(frames % frameRate)}`
}

/** The frame on screen at a moment. Media times lie a hair before or after their frame's start. */
export function frameOf(seconds: number): number {
  return Math.max(0, Math.floor(seconds * frameRate + 0.01))
}

/** The middle of the frame that lies `frames` after the one on screen: safe from rounding at its edges. */
export function stepTime(seconds: number, frames: number, duration: number): number {
  const last = Math.max(0, Math.ceil(duration * frameRate - 0.01) - 1)
  const target = Math.min(last, Math.max(0, frameOf(seconds) + frames))
  return (target + 0.5) / frameRate
}
