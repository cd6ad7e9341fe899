import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { assetListOptions, pageSize } from '@/components/assets/asset-list-query'
import { asAssetLook, assetLookCookie } from '@/components/assets/asset-look'
import { filterOf, readView } from '@/components/assets/asset-view'
import { AssetsView } from '@/components/assets/assets-view'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { listMedia } from '@/lib/server/media-items/service'
import { requestLocale } from '../../request-locale'
import { requireMember } from '../../require-member'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'assets.title') }
}

/** Reads the first page with the browser's own query options, so that the list is in the first HTML. */
export default async function AssetsPage({ searchParams }: { searchParams: Promise<Search> }) {
  await requireMember('/assets')
  const [search, jar, shared] = await Promise.all([searchParams, cookies(), context()])
  const filter = filterOf(readView((name) => [search[name]].flat()[0]))
  const client = new QueryClient()
  await client.prefetchInfiniteQuery(
    assetListOptions(filter, () => listMedia(shared, { limit: pageSize, ...filter })),
  )
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AssetsView settings={shared.settings} look={asAssetLook(jar.get(assetLookCookie)?.value)} />
    </HydrationBoundary>
  )
}
