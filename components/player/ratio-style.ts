import type { CSSProperties } from 'react'

/** Hands the clip's shape (width by height) to the `stage` class. */
export function ratioStyle(ratio: number): CSSProperties {
  const variables: Record<`--${string}`, string> = { '--ratio': String(ratio) }
  return variables
}
