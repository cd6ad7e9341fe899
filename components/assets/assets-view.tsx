'use client'

import { useCallback, useMemo, useState } from 'react'
import { FeedMessage } from '@/components/tasks/feed-message'
import { StaleBar } from '@/components/tasks/stale-bar'
import { Button } from '@/components/ui/button'
import { LoadMore } from '@/components/ui/load-more'
import { chooseFiles } from '@/lib/client/choose-files'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { remember } from '@/lib/client/remember'
import { isAtLeast, mayChange } from '@/lib/models/access'
import type { Settings } from '@/lib/models/settings'
import { itemsOf } from './asset-list-query'
import { AssetList } from './asset-list'
import { assetLookCookie, type AssetLook } from './asset-look'
import { AssetQuestions } from './asset-questions'
import { brokenRule } from './asset-rules'
import { AssetTabs } from './asset-tabs'
import { everything, filterOf, isNarrowed, kinds } from './asset-view'
import { AssetsContext, type AssetActions, type Question } from './assets-context'
import { AssetsEmpty } from './assets-empty'
import { AssetsHead } from './assets-head'
import { AssetsSkeleton } from './assets-skeleton'
import { DropZone } from './drop-zone'
import { SelectionBar } from './selection-bar'
import { takeInFiles } from './take-in-files'
import { UploadRows } from './upload-rows'
import { useAssetList } from './use-asset-list'
import { useAssetUploads } from './use-asset-uploads'
import { useAssetView } from './use-asset-view'
import { useLibraryActions } from './use-library-actions'
import { useLiveItems } from './use-live-items'
import { usePageKeys } from './use-page-keys'
import { useSelection } from './use-selection'
import { useVerdicts } from './use-verdicts'

type AssetsViewProps = { settings: Settings; look: AssetLook }

/** Our material and how it stands in the gateway's two libraries. */
export function AssetsView({ settings, look: firstLook }: AssetsViewProps) {
  const { t } = useI18n()
  const member = useMember()
  const creates = isAtLeast(member, 'creator')
  const [view, setView] = useAssetView()
  const [look, setLook] = useState(firstLook)
  const [question, setQuestion] = useState<Question | null>(null)

  const list = useAssetList(filterOf(view))
  const all = useAssetList(filterOf(everything))
  const items = useLiveItems(itemsOf(list.data))
  const said = useVerdicts(items)
  const uploads = useAssetUploads()
  const { ids, selected, select, selectAll, clear } = useSelection(items)
  const { submit, mend, toStudio, copyId, remove } = useLibraryActions()
  usePageKeys(clear)

  const actions = useMemo<AssetActions>(
    () => ({
      ruleOf: (media, library) => brokenRule(media, library, settings),
      submit,
      mend,
      toStudio,
      copyId,
      ask: setQuestion,
      creates,
      mayDelete: ({ author }) => mayChange(member, { authorId: author.id }),
      select: creates ? select : () => {},
    }),
    [settings, submit, mend, toStudio, copyId, creates, member, select],
  )
  const search = useCallback((q: string) => setView({ q }), [setView])
  const takeIn = (files: readonly File[]) => {
    if (!creates) return
    takeInFiles(files)
    // What comes in is to be seen.
    if (files.length > 0) setView(everything)
  }
  const upload = async () => takeIn(await chooseFiles({ kinds, multiple: true }))
  const changeLook = (next: AssetLook) => {
    setLook(next)
    remember(assetLookCookie, next)
  }

  const whole = all.data && !all.hasNextPage ? itemsOf(all.data) : null
  const bare = whole?.length === 0 && !isNarrowed(view)
  const count = list.hasNextPage
    ? t('assets.countMore', { count: items.length })
    : t('assets.count', { count: items.length })

  return (
    <AssetsContext value={actions}>
      <DropZone onFiles={takeIn}>
        <div className="sticky top-0 z-10 bg-bg max-desk:top-13">
          <AssetsHead
            count={list.data && !bare ? count : null}
            q={view.q}
            onSearch={search}
            look={look}
            onLook={changeLook}
            onUpload={creates ? () => void upload() : null}
          />
          {!bare && <AssetTabs view={view} onView={setView} whole={whole} />}
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
        {list.isRefetchError && <StaleBar onRetry={() => void list.refetch()} />}
        {list.isPending ? (
          <AssetsSkeleton />
        ) : list.isError && !list.data ? (
          <FeedMessage
            title={t('assets.errorTitle')}
            text={t('assets.errorText')}
            action={<Button onClick={() => void list.refetch()}>{t('assets.tryAgain')}</Button>}
          />
        ) : items.length === 0 ? (
          <>
            <UploadRows uploads={uploads} />
            <AssetsEmpty
              view={view}
              onUpload={creates ? () => void upload() : null}
              onShowAll={() => setView(everything)}
            />
          </>
        ) : (
          <AssetList items={items} look={look} selected={ids} onAll={selectAll}>
            <UploadRows uploads={uploads} />
          </AssetList>
        )}
        {list.hasNextPage && (
          <LoadMore
            label={t('assets.more')}
            rootMargin="600px"
            className="py-6"
            onMore={() => {
              if (!list.isFetchingNextPage) void list.fetchNextPage()
            }}
          />
        )}
        {selected.length > 0 && <SelectionBar items={selected} onClear={clear} />}
      </DropZone>
      <AssetQuestions
        question={question}
        onClose={() => setQuestion(null)}
        onDelete={(doomed) => void remove(doomed)}
        onRealPerson={(people) => void submit(people, 'sp', true)}
      />
    </AssetsContext>
  )
}
