import { useCallback } from 'react'
import { useRouter } from 'next/navigation'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useUploadWords } from '@/components/media/use-upload-words'
import { api, ApiError } from '@/lib/client/api'
import { copyText } from '@/lib/client/copy-text'
import { fixMedia } from '@/lib/client/fix-media'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { submitAssets } from '@/lib/client/submit-assets'
import { problemOf } from '@/lib/client/upload-problem'
import type { Fix } from '@/lib/models/fixes'
import type { AssetLibrary } from '@/lib/schemas/asset'
import type { Media } from '@/lib/schemas/media'
import { assetLists, withoutItems, type AssetPages } from './asset-list-query'
import { sendToStudio } from './send-to-studio'
import { useNewest } from './use-newest'

/** The most that one request may name. */
const mostAtOnce = 100

function drop(client: QueryClient, ids: ReadonlySet<string>): void {
  client.setQueriesData<AssetPages>(
    { queryKey: assetLists },
    (pages) => pages && withoutItems(pages, ids),
  )
}

/** What a person can do with items here; each says by itself when it did not work. */
export function useLibraryActions() {
  const { t } = useI18n()
  const client = useQueryClient()
  const router = useRouter()
  const addNewest = useNewest()
  const problemWords = useUploadWords()

  const submit = useCallback(
    async (items: readonly Media[], library: AssetLibrary, realPerson = false) => {
      const ids = items.map(({ id }) => id)
      try {
        for (let at = 0; at < ids.length; at += mostAtOnce) {
          await submitAssets(ids.slice(at, at + mostAtOnce), library, realPerson)
        }
      } catch {
        notify({ text: t('assets.notSubmitted'), tone: 'bad' })
      }
    },
    [t],
  )

  const mend = useCallback(
    async (media: Media, library: AssetLibrary, fix: Fix) => {
      try {
        const made = await fixMedia(media.id, fix)
        addNewest(made)
        await submitAssets([made.id], library)
        notify({ text: t('assets.mended', { name: made.name }) })
      } catch (error) {
        const reason = problemWords(problemOf(error))
        notify({ text: t('assets.notMended', { reason }), tone: 'bad' })
      }
    },
    [t, addNewest, problemWords],
  )

  const toStudio = useCallback(
    (items: readonly Media[]) => {
      const left = sendToStudio(items)
      if (left > 0) notify({ text: t('assets.left', { count: left }) })
      router.push('/')
    },
    [t, router],
  )

  const copyId = useCallback(
    (id: string) =>
      void copyText(`asset://${id}`, { done: t('assets.copied'), failed: t('assets.notCopied') }),
    [t],
  )

  const remove = useCallback(
    async (items: readonly Media[]) => {
      const gone = new Set<string>()
      for (const { id } of items) {
        try {
          await api(`/api/media/${id}`, { method: 'DELETE' })
          gone.add(id)
        } catch (error) {
          if (error instanceof ApiError && error.status === 404) gone.add(id)
        }
      }
      drop(client, gone)
      const failed = items.length - gone.size
      if (failed > 0) notify({ text: t('assets.delete.failed', { count: failed }), tone: 'bad' })
      else notify({ text: t('assets.delete.done', { count: gone.size }) })
    },
    [t, client],
  )

  return { submit, mend, toStudio, copyId, remove }
}
