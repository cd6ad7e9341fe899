/** A list that is on its way, in its final size. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden className="border-y">
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="flex h-15 items-center gap-3 not-first:border-t">
          <span className="size-8 rounded-full bg-hover" />
          <span className="h-3 w-40 rounded-xs bg-hover" />
        </div>
      ))}
    </div>
  )
}
