import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'next/navigation'
import { readView, viewParams, type AssetView } from './asset-view'

/** What the list shows, kept in the address without a request to the server. */
export function useAssetView(): [AssetView, (part: Partial<AssetView>) => void] {
  const params = useSearchParams()
  const view = useMemo(() => readView((name) => params.get(name)), [params])
  const change = useCallback((part: Partial<AssetView>) => {
    const url = new URL(window.location.href)
    const now = readView((name) => url.searchParams.get(name))
    for (const [name, value] of Object.entries(viewParams({ ...now, ...part }))) {
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    window.history.replaceState(null, '', url)
  }, [])
  return [view, change]
}
