import { useEffect, useRef } from 'react'
import { Button } from './button'
import { cx } from './cx'

type LoadMoreProps = {
  label: string
  /** How far before the end of what is shown the next page is read, as CSS says it. */
  rootMargin: string
  onMore: () => void
  className?: string
}

/** Reads the next page before the reader gets there; a button where observing does not work. */
export function LoadMore({ label, rootMargin, onMore, className }: LoadMoreProps) {
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  useEffect(() => {
    latest.current = onMore
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current()
      },
      { rootMargin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [rootMargin])
  return (
    <div ref={ref} className={cx('flex justify-center', className)}>
      <Button kind="quiet" onClick={onMore}>
        {label}
      </Button>
    </div>
  )
}
