import { cx } from '@/components/ui/cx'
import { rowGrid, rowPlaces } from './row-grid'

/** Unlit rows of the final size. */
export function AssetsSkeleton() {
  return (
    <div aria-hidden className="px-(--pane-x)">
      <div className="h-9 border-b max-sm:hidden" />
      {Array.from({ length: 8 }, (_, at) => (
        <div
          key={at}
          className={cx(rowGrid, rowPlaces, 'min-h-15 border-b max-sm:h-25.5 max-sm:py-2.5')}
        >
          <span className="mx-auto size-4.5 rounded-[5px] bg-hover" />
          <span className="flex items-center gap-3 max-sm:col-span-2">
            <span className="h-11 w-18 shrink-0 rounded-sm bg-frame" />
            <span className="grid flex-1 gap-2">
              <span className="h-3 w-2/5 rounded-xs bg-hover" />
              <span className="h-3 w-3/5 rounded-xs bg-hover" />
            </span>
          </span>
          <span className="h-3 w-24 rounded-xs bg-hover max-sm:hidden" />
          <span className="h-3 w-24 rounded-xs bg-hover max-sm:hidden" />
        </div>
      ))}
    </div>
  )
}
