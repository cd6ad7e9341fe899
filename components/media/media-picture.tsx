import { cx } from '@/components/ui/cx'
import type { Media } from '@/lib/schemas/media'
import { thumbhashUrl } from './thumbhash-url'

type MediaPictureProps = {
  media: Pick<Media, 'thumbnail_url' | 'thumbhash'>
  className?: string
}

/** An item's thumbnail over the blur of it, filling the place it stands in: nothing moves when it comes. */
export function MediaPicture({ media, className }: MediaPictureProps) {
  const { thumbnail_url: src, thumbhash } = media
  const blur = thumbhash === null ? undefined : `url(${thumbhashUrl(thumbhash)})`
  if (src === null && blur === undefined) return null
  return (
    <span
      aria-hidden
      style={{ backgroundImage: blur }}
      className={cx('absolute inset-0 bg-cover bg-center', className)}
    >
      {src !== null && (
        <img
          src={src}
          alt=""
          draggable={false}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      )}
    </span>
  )
}
