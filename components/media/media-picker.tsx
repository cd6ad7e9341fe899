import { useDeferredValue, useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Segmented } from '@/components/ui/segmented'
import type { NewReference } from '@/lib/client/attach-references'
import { useI18n } from '@/lib/client/i18n'
import { mediaQueries } from '@/lib/client/media-queries'
import type { Media, MediaKind } from '@/lib/schemas/media'
import { MediaGrid } from './media-grid'

type MediaPickerProps = {
  kinds: readonly MediaKind[]
  /** How many more of a kind fit. */
  room: (kind: MediaKind) => number
  /** One press chooses and closes. */
  single: boolean
  onAdd: (references: readonly NewReference[]) => void
  onClose: () => void
}

/** Finds earlier uploads again, by name and kind. */
export function MediaPicker({ kinds, room, single, onAdd, onClose }: MediaPickerProps) {
  const { t } = useI18n()
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<MediaKind | 'all'>('all')
  const [chosen, setChosen] = useState<readonly Media[]>([])
  const only = kinds.length === 1 ? kinds[0] : kind === 'all' ? null : kind
  const q = useDeferredValue(query.trim())
  const list = useInfiniteQuery(mediaQueries.list({ q, kind: only ?? null }))
  const items = (list.data?.pages ?? [])
    .flatMap(({ data }) => data)
    .filter((media) => kinds.includes(media.kind))

  const add = (media: readonly Media[]) => {
    onAdd(media.map(({ kind: each, reference }) => ({ kind: each, reference })))
    onClose()
  }
  const left = (each: MediaKind) =>
    room(each) - chosen.filter((media) => media.kind === each).length
  const toggle = (media: Media) => {
    if (single) return add([media])
    const there = chosen.some(({ id }) => id === media.id)
    if (there) setChosen(chosen.filter(({ id }) => id !== media.id))
    else if (left(media.kind) > 0) setChosen([...chosen, media])
  }

  return (
    <Dialog open onClose={onClose} title={t('material.picker.title')}>
      <div
        className="grid gap-3"
        onKeyDown={(event) => {
          // The dialog stands inside the composer's form, which Enter must not reach.
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
            event.preventDefault()
            event.stopPropagation()
          }
        }}
      >
        <div className="relative">
          <Icon
            name="search"
            className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint"
          />
          <input
            type="search"
            value={query}
            data-focus
            aria-label={t('material.picker.search')}
            placeholder={t('material.picker.search')}
            onChange={(event) => setQuery(event.target.value)}
            className="h-9 w-full rounded-md border border-line-strong bg-sunken ps-9 pe-3"
          />
        </div>
        {kinds.length > 1 && (
          <Segmented
            label={t('material.picker.kind')}
            value={kind}
            onChange={setKind}
            segments={[
              { value: 'all' as const, label: t('material.picker.all') },
              ...kinds.map((value) => ({ value, label: t(`composer.kinds.${value}`) })),
            ]}
          />
        )}
        <div className="-mx-1 h-80 scroll-quiet overflow-auto p-1">
          {list.isError ? (
            <p className="text-ink-soft">
              {t('material.picker.failed')}{' '}
              <button type="button" className="text-link" onClick={() => void list.refetch()}>
                {t('material.retry')}
              </button>
            </p>
          ) : (
            <>
              <MediaGrid
                items={items}
                chosen={chosen}
                toggles={!single}
                isOpen={(media) => left(media.kind) > 0}
                onPress={toggle}
              />
              {list.isSuccess && items.length === 0 && (
                <p role="status" className="py-10 text-center text-ink-faint">
                  {q === ''
                    ? t('material.picker.none')
                    : t('material.picker.noMatch', { query: q })}
                </p>
              )}
              {list.hasNextPage && (
                <Button
                  kind="ghost"
                  className="mx-auto mt-3 flex"
                  disabled={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {t('material.picker.more')}
                </Button>
              )}
            </>
          )}
        </div>
        {!single && (
          <div className="flex justify-end">
            <Button aria-disabled={chosen.length === 0} onClick={() => add(chosen)}>
              {chosen.length > 1
                ? t('material.picker.addSeveral', { count: chosen.length })
                : t('material.picker.add')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
