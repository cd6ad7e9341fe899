/** The screen's parts at their size, before anything is known. */
export default function CompareLoading() {
  return (
    <main id="content" aria-busy className="flex min-w-0 flex-1 flex-col bg-bg desk:h-dvh">
      <div className="h-13 shrink-0" />
      <div className="aspect-video bg-stage desk:aspect-auto desk:flex-1" />
      <div className="h-26 shrink-0 border-y bg-raised max-sm:h-36" />
      <div className="h-50 shrink-0" />
    </main>
  )
}
