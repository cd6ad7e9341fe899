import { useEffect, useState } from 'react'
import type { Media } from '@/lib/schemas/media'
import { readWave, waveBars } from './read-wave'
import { WaveBars } from './wave-bars'

const still = Array.from({ length: waveBars }, () => 2)

/** How loud a sound is along its length; a quiet line until it was listened to, once. */
export function SoundWave({ media }: { media: Pick<Media, 'id' | 'content_url' | 'bytes'> }) {
  const { id, content_url: url, bytes } = media
  const [wave, setWave] = useState<readonly number[]>(still)
  useEffect(() => {
    let shown = true
    void readWave({ id, url, bytes }).then((heights) => {
      if (shown && heights !== null) setWave(heights)
    })
    return () => {
      shown = false
    }
  }, [id, url, bytes])
  return <WaveBars heights={wave} />
}
