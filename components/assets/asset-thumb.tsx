import { MediaPicture } from '@/components/media/media-picture'
import { kindIcon } from '@/components/media/kind-icon'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Media } from '@/lib/schemas/media'

type AssetThumbProps = {
  media: Media
  /** A row's picture fills its place, a tile's is seen whole. */
  fit: 'cover' | 'contain'
  className: string
}

/** An item's picture with its length; what has no picture shows its kind. */
export function AssetThumb({ media, fit, className }: AssetThumbProps) {
  const { t, format } = useI18n()
  const whole = fit === 'contain'
  const bare = media.thumbnail_url === null && media.thumbhash === null
  return (
    <span
      className={cx(
        'frame-edge relative grid shrink-0 place-items-center overflow-hidden bg-sunken text-ink-soft',
        className,
      )}
    >
      {bare ? (
        <Icon name={kindIcon[media.kind]} size={whole ? 28 : 20} />
      ) : (
        <MediaPicture
          // Seen whole, a picture must end where it ends: no blur goes on beyond it.
          media={whole && media.thumbnail_url !== null ? { ...media, thumbhash: null } : media}
          className={whole ? '[&>img]:object-contain' : undefined}
        />
      )}
      {media.duration !== null && (
        <span
          className={cx(
            'absolute z-1 rounded-xs bg-plate font-medium text-white',
            whole
              ? 'right-1.5 bottom-1.5 px-1.25 text-2xs leading-4.5'
              : 'right-0.75 bottom-0.75 px-1 text-[10px] leading-3.75',
          )}
        >
          {t('assets.seconds', {
            seconds: format.number(media.duration, {
              minimumFractionDigits: 1,
              maximumFractionDigits: 1,
            }),
          })}
        </span>
      )}
    </span>
  )
}
