import type { IconName } from '@/components/ui/icon-name'

/** How clips are laid out: two over each other with a line between, one at a time, or all beside each other. */
export const compareViews = ['wipe', 'beside', 'flip'] as const
export type CompareView = (typeof compareViews)[number]

export const viewIcons: Record<CompareView, IconName> = {
  wipe: 'chevrons-left-right',
  beside: 'columns-2',
  flip: 'arrow-left-right',
}

export const fewest = 2
export const most = 4

/** A, B, C, D. */
export function letterAt(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at)
}
