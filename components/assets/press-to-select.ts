import type { MouseEvent } from 'react'

/** Pressing an item anywhere but on what does something else selects it. */
export function pressToSelect(id: string, select: (id: string, range: boolean) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const { target, currentTarget, shiftKey } = event
    const onOther =
      target instanceof Element && target.closest('button, a, label, input, [popover]') !== null
    // React hands over presses in a float of the item too, and a drag over words ends with a click.
    const isDrag = document.getSelection()?.isCollapsed === false && !shiftKey
    if (onOther || isDrag || !(target instanceof Node) || !currentTarget.contains(target)) return
    select(id, shiftKey)
  }
}
