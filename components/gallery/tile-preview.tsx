import { useEffect, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'

/** The clip itself, without sound, over its picture; the amber line is its position. */
export function TilePreview({ id }: { id: string }) {
  const video = useRef<HTMLVideoElement>(null)
  const line = useRef<HTMLSpanElement>(null)
  const [isPlaying, setPlaying] = useState(false)

  useEffect(() => {
    const element = video.current
    if (!element) return
    let frame = 0
    const draw = () => {
      const { currentTime, duration } = element
      const share = duration > 0 ? currentTime / duration : 0
      if (line.current) line.current.style.scale = `${share} 1`
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => {
      cancelAnimationFrame(frame)
      // Out of the page alone, the element would go on loading until it is collected.
      element.pause()
      element.removeAttribute('src')
      element.load()
    }
  }, [])

  return (
    <>
      <video
        ref={video}
        src={`/api/tasks/${id}/video`}
        muted
        autoPlay
        loop
        playsInline
        disablePictureInPicture
        tabIndex={-1}
        aria-hidden
        onPlaying={() => setPlaying(true)}
        className={cx('absolute inset-0 size-full object-cover', !isPlaying && 'opacity-0')}
      />
      <span className="absolute inset-x-0 bottom-0 z-1 h-0.5 bg-white/20">
        <span ref={line} className="block size-full origin-left scale-x-0 bg-accent" />
      </span>
    </>
  )
}
