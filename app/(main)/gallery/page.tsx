import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { GalleryView } from '@/components/gallery/gallery-view'
import { asRowSize, rowSizeCookie } from '@/components/gallery/row-size'
import { asZone, zoneCookie } from '@/components/gallery/zone'
import { galleryQuery, readGalleryView } from '@/lib/client/gallery-view'
import { messagesFor } from '@/lib/client/messages'
import { translate } from '@/lib/client/translate'
import { context } from '@/lib/server/context'
import { requestLocale } from '../../request-locale'
import { requireMember } from '../../require-member'
import { firstClips } from './first-clips'

type Search = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale()
  return { title: translate(messagesFor(locale), locale, 'gallery.title') }
}

/** Reads the days and the first clips, so that the browser draws them without another question. */
export default async function GalleryPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, jar, shared] = await Promise.all([searchParams, cookies(), context()])
  const asked = new URLSearchParams(
    Object.entries(search).map(([name, value]) => [name, [value].flat()[0] ?? '']),
  )
  const query = galleryQuery(readGalleryView(asked))
  const member = await requireMember(query === '' ? '/gallery' : `/gallery?${query}`)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = asZone(jar.get(zoneCookie)?.value, here)
  return (
    <GalleryView
      start={await firstClips(shared, member, query, zone)}
      zone={zone}
      rowSize={asRowSize(jar.get(rowSizeCookie)?.value)}
    />
  )
}
