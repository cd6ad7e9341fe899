'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useQueryClient } from '@tanstack/react-query'
import type { Player } from '@/components/player/player'
import { stepTime } from '@/components/player/timecode'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { mediaKeys } from '@/lib/client/media-queries'
import { notify } from '@/lib/client/notices'
import type { Task } from '@/lib/schemas/task'

/** Keeps the frame on screen as material; the notice offers to start a new clip from it. */
export function FrameButton({ task, player }: { task: Task; player: Player }) {
  const { t } = useI18n()
  const router = useRouter()
  const client = useQueryClient()
  const [working, setWorking] = useState(false)

  const keep = async () => {
    const video = player.element()
    if (!video || working) return
    player.pause()
    const at = stepTime(video.currentTime, 0, video.duration || 0)
    setWorking(true)
    notify({ text: t('task.frame.working') })
    try {
      const { clipMaterial, openMaterial } = await import('@/lib/client/open-clip')
      const media = await clipMaterial(task, { use: 'frame', at })
      void client.invalidateQueries({ queryKey: mediaKeys.all })
      const open = () => {
        openMaterial(task, media)
        router.push('/')
      }
      notify({ text: t('task.frame.kept'), action: { label: t('task.frame.open'), run: open } })
    } catch {
      notify({ text: t('task.frame.failed'), tone: 'bad' })
    } finally {
      setWorking(false)
    }
  }

  return (
    <Button
      kind="quiet"
      aria-disabled={working}
      onClick={() => void keep()}
      className="me-1 @max-[440px]:px-2"
    >
      <Icon name="image-plus" />
      <span className="@max-[440px]:sr-only">{t('task.frame.use')}</span>
    </Button>
  )
}
