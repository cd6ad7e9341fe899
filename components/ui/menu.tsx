'use client'

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { IconName } from './icon-name'
import { cx } from './cx'
import { Icon } from './icon'
import { Popover, type PopoverTrigger } from './popover'

export type MenuItem = {
  id: string
  label: string
  icon?: IconName
  danger?: boolean
  onSelect: () => void
}

type MenuProps = {
  label: string
  align?: 'start' | 'end'
  trigger: (props: PopoverTrigger & { 'aria-haspopup': 'menu' }) => ReactNode
  items: () => readonly MenuItem[]
}

/** A menu button in the ARIA practice's sense. `items` is called when the menu opens. */
export function Menu({ label, align = 'end', trigger, items }: MenuProps) {
  return (
    <Popover
      align={align}
      role="menu"
      label={label}
      className="min-w-44 p-1"
      trigger={(props) => trigger({ ...props, 'aria-haspopup': 'menu' })}
    >
      {(id) => <MenuItems items={items()} popoverId={id} />}
    </Popover>
  )
}

function MenuItems({ items, popoverId }: { items: readonly MenuItem[]; popoverId: string }) {
  const ref = useRef<HTMLDivElement>(null)

  // The items may be there a moment before the browser shows them, and nothing hidden takes the focus.
  useEffect(() => {
    const frame = requestAnimationFrame(() => ref.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])]
    const now = buttons.findIndex((button) => button === document.activeElement)
    const next = nextItem(event.key, now, buttons)
    if (event.key === 'Tab') document.getElementById(popoverId)?.hidePopover()
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    buttons[next]?.focus()
  }

  return (
    <div ref={ref} role="none" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          popoverTarget={popoverId}
          popoverTargetAction="hide"
          onClick={item.onSelect}
          className={cx(
            'flex h-8 w-full items-center gap-2.5 rounded-sm pr-3 pl-2 text-start whitespace-nowrap hover:bg-hover focus-visible:bg-hover focus-visible:outline-offset-[-2px] pointer-coarse:h-11',
            item.danger ? 'text-bad' : 'text-ink',
          )}
        >
          {item.icon && <Icon name={item.icon} size={15} className="text-ink-faint" />}
          {item.label}
        </button>
      ))}
    </div>
  )
}

/** Arrows wrap, Home and End jump, a letter goes to the next item that begins with it. */
function nextItem(key: string, now: number, buttons: HTMLButtonElement[]): number | undefined {
  const count = buttons.length
  if (key === 'ArrowDown') return (now + 1) % count
  if (key === 'ArrowUp') return (now - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key.length !== 1) return undefined
  const letter = key.toLocaleLowerCase()
  for (let step = 1; step <= count; step++) {
    const at = (now + step) % count
    if (buttons[at]?.textContent?.trim().toLocaleLowerCase().startsWith(letter)) return at
  }
  return undefined
}
