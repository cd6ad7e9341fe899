import { cache } from 'react'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { SharePlayer } from '@/components/share/share-player'
import { languageTag } from '@/lib/client/locale'
import { AppError } from '@/lib/errors'
import { context } from '@/lib/server/context'
import { openShare } from '@/lib/server/shares/open-share'
import { publicOrigin } from '@/lib/server/shares/origin'
import { mayVary, viewShare } from '@/lib/server/shares/view'
import { requestLocale } from '../../request-locale'
import { currentMember } from '../../require-member'
import { words } from '../words'
import { ShareCaption } from './share-caption'
import { ShareFacts } from './share-facts'
import { ShareFoot } from './share-foot'

type Params = { params: Promise<{ token: string }> }

const readShare = cache(async (token: string) => {
  try {
    return await openShare(await context(), token)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
})

/** The card of messengers and of those that list links. */
export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { token } = await params
  const view = viewShare(await readShare(token))
  const t = words(await requestLocale())
  const address = `${publicOrigin(await context(), await headers())}/share/${token}`
  // A card has one line; and React takes a line's end in an attribute for a difference.
  const title = view.caption.replace(/\s+/g, ' ') || t('share.clip')
  const description = t('share.about')
  const images = view.poster
    ? [{ url: `${address}/poster`, type: 'image/jpeg', ...posterSize(view.ratio), alt: title }]
    : []
  return {
    title: { absolute: title },
    description,
    openGraph: {
      type: 'video.other',
      siteName: 'Dailies',
      url: address,
      title,
      description,
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** Posters are drawn into this square; what is smaller keeps its shape all the same. */
const posterEdge = 960

function posterSize(ratio: number): { width: number; height: number } {
  return ratio >= 1
    ? { width: posterEdge, height: Math.round(posterEdge / ratio) }
    : { width: Math.round(posterEdge * ratio), height: posterEdge }
}

export default async function SharePage({ params }: Params) {
  const { token } = await params
  const [share, member, locale] = await Promise.all([
    readShare(token),
    currentMember(),
    requestLocale(),
  ])
  const { appUrl } = await context()
  const view = viewShare(share)
  const t = words(locale)
  const path = `/share/${token}`
  return (
    <>
      <main
        id="content"
        className="grid grid-cols-[minmax(0,1fr)] content-start justify-items-center sm:content-center sm:px-6"
      >
        <SharePlayer
          video={`${path}/video`}
          poster={view.poster ? `${path}/poster` : null}
          name={view.caption || t('share.clip')}
          ratio={view.ratio}
          seconds={view.seconds}
          sound={view.sound}
          words={{
            play: t('task.player.play'),
            pause: t('task.player.pause'),
            loop: t('share.loop'),
            position: t('task.player.position'),
            sound: t('task.player.sound'),
            fullScreen: t('task.player.fullScreen'),
            failed: t('task.player.failed'),
            again: t('share.again'),
          }}
        />
        <ShareCaption view={view} path={path} locale={locale} varies={mayVary(member, share)} />
        <ShareFacts view={view} locale={locale} />
      </main>
      <ShareFoot view={view} locale={locale} tag={languageTag[locale]} local={appUrl === null} />
    </>
  )
}
