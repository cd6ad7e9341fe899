const rows = [
  [16 / 9, 4 / 3, 16 / 9],
  [21 / 9, 16 / 9],
] as const

/** Unlit frames of the final size while the first page is on its way. */
export function FeedSkeleton() {
  return (
    <div
      aria-hidden
      className="px-(--pane-x) pt-14 in-[.scroll-quiet]:px-0 in-[.scroll-quiet]:pt-0"
    >
      <div className="mb-3 h-5 w-40 rounded-sm bg-hover" />
      {rows.map((ratios, row) => (
        <div key={row} className="mb-6 flex gap-5 max-sm:flex-col">
          {ratios.map((ratio, at) => (
            <div key={at} style={{ flexGrow: ratio }} className="min-w-0 basis-0 max-sm:basis-auto">
              <div style={{ aspectRatio: ratio }} className="rounded-md bg-frame" />
              <div className="flex h-19 flex-col gap-2 pt-3">
                <div className="h-3 w-4/5 rounded-xs bg-hover" />
                <div className="h-3 w-2/5 rounded-xs bg-hover" />
              </div>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
