import { useEffect, useState } from 'react'
import { toggleFullScreen } from '@/components/player/toggle-full-screen'

/** Phones of one maker give the whole screen to their own player alone. */
type OwnPlayer = { webkitEnterFullscreen?: () => void }

/** Whether a clip has the whole screen, and the way in and out. */
export function useFullScreen(): [boolean, (video: HTMLVideoElement | null) => void] {
  const [full, setFull] = useState(false)
  useEffect(() => {
    const read = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', read)
    return () => document.removeEventListener('fullscreenchange', read)
  }, [])
  const toggle = (video: (HTMLVideoElement & OwnPlayer) | null) => {
    if (document.fullscreenEnabled) void toggleFullScreen(video)
    else video?.webkitEnterFullscreen?.()
  }
  return [full, toggle]
}
