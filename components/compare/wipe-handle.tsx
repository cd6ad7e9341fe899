'use client'

import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'

type WipeHandleProps = {
  /** Percent of the picture that the left clip has. */
  cut: number
  /** The picture it moves over. */
  over: RefObject<HTMLElement | null>
  onMove: (cut: number) => void
}

const steps: Record<string, number> = {
  ArrowLeft: -2,
  ArrowRight: 2,
  ArrowDown: -2,
  ArrowUp: 2,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
}

/** The line between two clips: dragged, or moved by its arrow keys. */
export function WipeHandle({ cut, over, onMove }: WipeHandleProps) {
  const { t, format } = useI18n()
  const move = (to: number) => onMove(Math.min(100, Math.max(0, to)))

  const onPointerMove = ({ clientX, currentTarget, pointerId }: PointerEvent) => {
    const box = over.current?.getBoundingClientRect()
    if (!box || !currentTarget.hasPointerCapture(pointerId)) return
    move(((clientX - box.left) / box.width) * 100)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    move(cut + step)
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('compare.view.wipe')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(cut)}
      aria-valuetext={format.number(cut / 100, { style: 'percent' })}
      onPointerDown={(event) => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      style={{ left: `${cut}%` }}
      className="group/cut absolute inset-y-0 z-2 w-6 -translate-x-1/2 cursor-ew-resize touch-none outline-none pointer-coarse:w-11"
    >
      <span className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_0_1px_oklch(0_0_0/0.25)]" />
      <span className="absolute bottom-[22%] left-1/2 grid size-10 -translate-x-1/2 translate-y-1/2 place-items-center rounded-full bg-white text-black shadow-[0_2px_10px_oklch(0_0_0/0.4)] outline-offset-2 outline-accent group-focus-visible/cut:outline-2">
        <Icon name="chevrons-left-right" />
      </span>
    </div>
  )
}
