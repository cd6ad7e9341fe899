import type { KeyboardEvent } from 'react'

/**
 * Arrows go from item to item, X selects, with Shift everything up to the item. On the list's own
 * element; every item has `data-item` and a box with `data-check`.
 */
export function useListKeys(select: (id: string, range: boolean) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, key, shiftKey } = event
    if (!(target instanceof Element) || target.closest('[popover]')) return
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const items = [...currentTarget.querySelectorAll<HTMLElement>('[data-item]')]
    const at = items.findIndex((item) => item.contains(target))
    const item = items[at]
    if (item === undefined) return
    const ranged = key === ' ' && shiftKey && target.matches('[data-check]')
    const next = items[at + (stepOf(key, items) ?? NaN)]
    if (next !== undefined) next.querySelector<HTMLElement>('[data-check]')?.focus()
    else if (ranged || key.toLowerCase() === 'x') select(item.dataset.item ?? '', shiftKey)
    else return
    event.preventDefault()
  }
}

/** How many items further a key goes; up and down in a grid by whole rows. */
function stepOf(key: string, items: readonly HTMLElement[]): number | undefined {
  const top = items[0]?.offsetTop
  const across = Math.max(
    1,
    items.findIndex(({ offsetTop }) => offsetTop !== top),
  )
  const steps: Record<string, number> = { ArrowDown: across, ArrowUp: -across }
  if (across > 1) Object.assign(steps, { ArrowRight: 1, ArrowLeft: -1 })
  return steps[key]
}
