import { Icon } from '@/components/ui/icon'
import { previewOf } from '@/lib/client/uploads'
import type { MediaKind } from '@/lib/schemas/media'
import { kindIcon } from './kind-icon'

/** A file on its way: its own picture where the browser can show it. */
export function UploadArt({ id, kind }: { id: string; kind: MediaKind }) {
  const url = previewOf(id)
  return (
    <span className="absolute inset-0 grid place-items-center text-ink-faint">
      {url === null ? (
        <Icon name={kindIcon[kind]} size={20} />
      ) : (
        <img
          src={url}
          alt=""
          draggable={false}
          decoding="async"
          className="size-full object-cover opacity-60"
        />
      )}
    </span>
  )
}
