import { memo, useEffect, useRef, useState } from 'react'
import { Scrubber, type ScrubberProps } from './scrubber'

/** Tells the scrubber how high it may be. */
export const ScrubberColumn = memo(function ScrubberColumn(props: Omit<ScrubberProps, 'height'>) {
  const ref = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useEffect(() => {
    const own = ref.current
    if (!own) return
    const observer = new ResizeObserver(() => setHeight(own.clientHeight))
    observer.observe(own)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="h-full">
      {height > 0 && <Scrubber {...props} height={height} />}
    </div>
  )
})
