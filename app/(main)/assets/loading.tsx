import { AssetsSkeleton } from '@/components/assets/assets-skeleton'

/** The page's head takes 92 px above its list. */
export default function AssetsLoading() {
  return (
    <div className="pt-23">
      <AssetsSkeleton />
    </div>
  )
}
