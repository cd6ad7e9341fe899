'use client'

import {
  startTransition,
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react'
import { cx } from './cx'

export type PopoverTrigger = {
  ref: RefObject<HTMLButtonElement | null>
  popoverTarget: string
  'aria-expanded': boolean
  'aria-controls': string
}

type PopoverProps = {
  /** Where it opens from the trigger; above or below is chosen by the room there is. */
  align?: 'start' | 'end' | 'beside'
  /** Called with the props to spread on the button that opens it. */
  trigger: (props: PopoverTrigger) => ReactNode
  /** Rendered only while open; the id is for buttons that close it (`popoverTargetAction="hide"`). */
  children: (id: string) => ReactNode
  onOpen?: () => void
  role?: 'dialog' | 'menu'
  label?: string
  className?: string
}

const gap = 6

/** Fixed coordinates beside the trigger. Opens upward from the lower 45 % of the window. */
function place(trigger: DOMRect, align: 'start' | 'end' | 'beside'): CSSProperties {
  const { innerWidth, innerHeight } = window
  if (align === 'beside') {
    return { left: trigger.right + 2 * gap, bottom: Math.max(8, innerHeight - trigger.bottom) }
  }
  const across =
    align === 'start' ? { left: trigger.left } : { right: Math.max(8, innerWidth - trigger.right) }
  return trigger.bottom > innerHeight * 0.55
    ? { ...across, bottom: innerHeight - trigger.top + gap }
    : { ...across, top: trigger.bottom + gap }
}

/** A float on the popover API: the browser closes it on Escape and on a press elsewhere, and gives focus back. */
export function Popover({
  align = 'start',
  trigger,
  children,
  onOpen,
  role,
  label,
  className,
}: PopoverProps) {
  const id = useId()
  const triggerRef = useRef<HTMLButtonElement>(null)
  const popoverRef = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [position, setPosition] = useState<CSSProperties>({})

  useEffect(() => {
    if (!open) return
    // A fixed float would drift from a trigger that scrolls away.
    const onScroll = (event: Event) => {
      if (event.target instanceof Node && popoverRef.current?.contains(event.target)) return
      popoverRef.current?.hidePopover()
    }
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    window.addEventListener('resize', onScroll)
    return () => {
      window.removeEventListener('scroll', onScroll, { capture: true })
      window.removeEventListener('resize', onScroll)
    }
  }, [open])

  return (
    <>
      {trigger({
        ref: triggerRef,
        popoverTarget: id,
        'aria-expanded': open,
        'aria-controls': id,
      })}
      <div
        ref={popoverRef}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        style={position}
        onBeforeToggle={(event) => {
          const opening = event.newState === 'open'
          const rect = opening && triggerRef.current?.getBoundingClientRect()
          if (rect) {
            setPosition(place(rect, align))
            onOpen?.()
          }
          if (opening) setOpen(true)
          // The browser hides it at once; taking its content down can wait.
          else startTransition(() => setOpen(false))
        }}
        className={cx(
          'fixed inset-auto m-0 rounded-lg bg-raised text-sm text-ink shadow-float',
          className,
        )}
      >
        {open && children(id)}
      </div>
    </>
  )
}
