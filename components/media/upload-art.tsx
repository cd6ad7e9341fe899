import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { previewOf } from '@/lib/client/uploads'
import type { MediaKind } from '@/lib/schemas/media'
import { kindIcon } from './kind-icon'

/** A file on its way: its own picture where the browser can show it. */
export function UploadArt({ id, kind }: { id: string; kind: MediaKind }) {
  const url = previewOf(id)
  const [broken, setBroken] = useState(false)
  return (
    <span className="absolute inset-0 grid place-items-center text-ink-faint">
      {url === null || broken ? (
        <Icon name={kindIcon[kind]} size={20} />
      ) : (
        <img
          src={url}
          alt=""
          draggable={false}
          decoding="async"
          onError={() => setBroken(true)}
          className="size-full object-cover opacity-60"
        />
      )}
    </span>
  )
}
