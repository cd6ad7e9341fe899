import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { api } from '@/lib/client/api'
import { forgetGalleries } from '@/lib/client/gallery-source-of'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import type { Collection } from '@/lib/schemas/collection'
import type { Tile } from '@/lib/schemas/gallery'
import { useGallery } from './gallery-context'
import { collectionOptions } from './gallery-queries'

type CollectPanelProps = {
  tiles: readonly Tile[]
  /** The collection that the list shows, to take clips out of. */
  collection: string | null
  onDone: () => void
}

/** Puts clips into one of the team's collections, or into a new one. */
export function CollectPanel({ tiles, collection, onDone }: CollectPanelProps) {
  const { t, format } = useI18n()
  const client = useQueryClient()
  const { source } = useGallery()
  const collections = useQuery(collectionOptions)
  const [name, setName] = useState('')
  const ids = tiles.map(({ id }) => id)

  const settle = async () => {
    forgetGalleries(source)
    await client.invalidateQueries({ queryKey: collectionOptions.queryKey })
  }
  const failed = () => notify({ text: t('gallery.notSaved'), tone: 'bad' })
  const put = useMutation({
    mutationFn: ({ id, isIn }: { id: string; name: string; isIn: boolean }) =>
      api<unknown>(`/api/collections/${id}/tasks`, {
        method: 'POST',
        body: isIn ? { add: ids } : { remove: ids },
      }),
    onSuccess: (_answer, { id, name: called, isIn }) => {
      const words = isIn ? 'gallery.collections.added' : 'gallery.collections.takenOut'
      notify({ text: t(words, { count: ids.length, name: called }) })
      if (!isIn && id === collection) {
        source.remove(new Set(ids))
        void source.refresh().catch(() => {})
      }
      onDone()
      return settle()
    },
    onError: failed,
  })
  const make = useMutation({
    mutationFn: (called: string) =>
      api<Collection>('/api/collections', { method: 'POST', body: { name: called } }),
    onSuccess: ({ id, name: called }) => put.mutate({ id, name: called, isIn: true }),
    onError: failed,
  })
  const isBusy = put.isPending || make.isPending
  const all = collections.data?.data ?? []
  const row =
    'flex h-8 w-full items-center gap-2.5 rounded-sm px-2 text-start hover:bg-hover focus-visible:outline-offset-[-2px] pointer-coarse:h-11'

  return (
    <div aria-busy={isBusy}>
      <div className="max-h-60 scroll-quiet overflow-auto">
        {collections.isError && (
          <p className="p-2 text-ink-soft">{t('gallery.collections.failed')}</p>
        )}
        {collections.isSuccess && all.length === 0 && (
          <p className="p-2 text-ink-soft">{t('gallery.collections.none')}</p>
        )}
        {all.map((one) => {
          const isHere = one.id === collection
          return (
            <button
              key={one.id}
              type="button"
              disabled={isBusy}
              onClick={() => put.mutate({ id: one.id, name: one.name, isIn: !isHere })}
              className={row}
            >
              <Icon name={isHere ? 'minus' : 'folder-plus'} size={15} className="text-ink-faint" />
              <span className="min-w-0 flex-1 truncate">
                {isHere ? t('gallery.collections.takeOut', { name: one.name }) : one.name}
              </span>
              <span className="text-xs text-ink-faint">{format.number(one.count)}</span>
            </button>
          )
        })}
      </div>
      <form
        className="mt-1 flex gap-1.5 border-t p-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !isBusy) make.mutate(name.trim())
        }}
      >
        <input
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          aria-label={t('gallery.collections.new')}
          placeholder={t('gallery.collections.new')}
          className="h-8 min-w-0 flex-1 rounded-md border bg-sunken px-2 pointer-coarse:h-11"
        />
        <Button type="submit" disabled={name.trim() === '' || isBusy}>
          {t('gallery.collections.create')}
        </Button>
      </form>
    </div>
  )
}
