import { GallerySkeleton } from '@/components/gallery/gallery-skeleton'

/** The page's head takes 92 px above its clips, the scrubber 84 beside them. */
export default function GalleryLoading() {
  return (
    <div className="ps-(--pane-x) pe-22 pt-23 max-sm:pe-8.5 max-sm:pt-13">
      <GallerySkeleton />
    </div>
  )
}
