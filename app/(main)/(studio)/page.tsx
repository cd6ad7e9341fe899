import { Suspense } from 'react'
import { cookies } from 'next/headers'
import { Composer } from '@/components/composer/composer'
import { FeedPane } from '@/components/tasks/feed-pane'
import { FeedSkeleton } from '@/components/tasks/feed-skeleton'
import { asFeedTab } from '@/components/tasks/feed-view'
import { asPaneWidth, paneWidthCookie } from '@/components/tasks/pane-width'
import { draftCookie } from '@/lib/client/draft-storage'
import { isAtLeast } from '@/lib/models/access'
import { context } from '@/lib/server/context'
import { requireMember } from '../../require-member'
import { FeedSection } from './feed-section'

type Search = Record<string, string | string[] | undefined>

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** The studio: the form at the left, for those who make clips, what came of it at the right. */
export default async function StudioPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [member, search, jar] = await Promise.all([requireMember('/'), searchParams, cookies()])
  const { settings, simulated } = await context()
  return (
    <main className="min-w-0 flex-1 desk:flex desk:h-dvh">
      {isAtLeast(member, 'creator') && (
        <div className="flex shrink-0 flex-col desk:h-dvh desk:w-[clamp(348px,36vw,420px)] desk:border-e">
          <Composer config={{ simulated, settings, drafted: jar.has(draftCookie) }} />
        </div>
      )}
      <Suspense
        fallback={
          <FeedPane>
            <FeedSkeleton />
          </FeedPane>
        }
      >
        <FeedSection
          member={member}
          tab={asFeedTab(one(search.show))}
          q={one(search.q) ?? ''}
          paneWidth={asPaneWidth(jar.get(paneWidthCookie)?.value)}
        />
      </Suspense>
    </main>
  )
}
