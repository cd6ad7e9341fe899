import { useRef, useState, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'
import { kindIcon } from './kind-icon'
import { MediaPicture } from './media-picture'

const columns = 4

type MediaGridProps = {
  items: readonly Media[]
  chosen: readonly Media[]
  /** Several may be chosen; else a press is the choice. */
  toggles: boolean
  /** Whether one more of its kind fits. */
  isOpen: (media: Media) => boolean
  onPress: (media: Media) => void
}

/** Thumbnails to choose from: one stop for Tab, arrows move between them. */
export function MediaGrid({ items, chosen, toggles, isOpen, onPress }: MediaGridProps) {
  const { t } = useI18n()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const current = Math.min(at, items.length - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, current, items.length)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    list.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <ul
      ref={list}
      aria-label={t('material.picker.items')}
      onKeyDown={onKeyDown}
      className="grid grid-cols-4 gap-2 max-sm:grid-cols-3"
    >
      {items.map((media, index) => {
        const place = chosen.findIndex(({ id }) => id === media.id)
        const shut = place === -1 && !isOpen(media)
        return (
          <li key={media.id} className="min-w-0" title={media.name}>
            <button
              type="button"
              tabIndex={index === current ? 0 : -1}
              aria-pressed={toggles ? place !== -1 : undefined}
              aria-disabled={shut}
              onFocus={() => setAt(index)}
              onClick={() => {
                if (!shut) onPress(media)
              }}
              className={cx(
                'frame-edge relative block h-16.5 w-full overflow-hidden rounded-md bg-hover text-ink-faint',
                place !== -1 && 'outline-2 -outline-offset-2 outline-ink',
                shut && 'opacity-50',
              )}
            >
              <span className="absolute inset-0 grid place-items-center">
                <Icon name={kindIcon[media.kind]} size={20} />
              </span>
              <MediaPicture media={media} />
              {place !== -1 && (
                <span className="absolute top-1 right-1 z-1 grid size-5 place-items-center rounded-[5px] bg-ink text-2xs font-semibold text-bg">
                  {place + 1}
                </span>
              )}
              {media.duration !== null && (
                <span className="absolute right-1 bottom-1 z-1 rounded-[5px] bg-black/68 px-1.25 text-2xs leading-4.25 font-medium text-white">
                  {t('material.seconds', { seconds: media.duration.toFixed(1) })}
                </span>
              )}
              <span className="sr-only">{media.name}</span>
            </button>
            <p aria-hidden className="mt-1 truncate text-2xs leading-3.5 text-ink-faint">
              {media.name}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function nextPlace(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? undefined : Math.min(Math.max(to, 0), Math.max(count - 1, 0))
}
