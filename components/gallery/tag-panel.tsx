import { useId, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { tagClips } from '@/lib/client/gallery-changes'
import { forgetGalleries } from '@/lib/client/gallery-source-of'
import { useI18n } from '@/lib/client/i18n'
import { notify } from '@/lib/client/notices'
import { useGallery } from './gallery-context'
import { facetOptions } from './gallery-queries'

/** Puts a word on clips, or takes it off them. */
export function TagPanel({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const { t } = useI18n()
  const list = useId()
  const client = useQueryClient()
  const { source } = useGallery()
  const facets = useQuery(facetOptions)
  const [tag, setTag] = useState('')
  const change = useMutation({
    mutationFn: ({ add, word }: { add: boolean; word: string }) => tagClips(ids, word, add),
    onSuccess: ({ changed, refused }, { add, word }) => {
      const words = add ? 'gallery.tags.added' : 'gallery.tags.removed'
      const done = t(words, { count: changed.length, tag: word })
      const kept = refused.length > 0 ? ` ${t('gallery.refused', { count: refused.length })}` : ''
      notify({ text: done + kept })
      forgetGalleries(source)
      onDone()
      return client.invalidateQueries({ queryKey: facetOptions.queryKey })
    },
    onError: () => notify({ text: t('gallery.notSaved'), tone: 'bad' }),
  })
  const word = tag.trim()
  const isOff = word === '' || change.isPending
  return (
    <form
      className="grid gap-2 p-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isOff) change.mutate({ add: true, word })
      }}
    >
      <input
        value={tag}
        onChange={(event) => setTag(event.target.value)}
        list={list}
        maxLength={40}
        aria-label={t('gallery.tags.name')}
        placeholder={t('gallery.tags.name')}
        className="h-8 w-full rounded-md border bg-sunken px-2 pointer-coarse:h-11"
      />
      <datalist id={list}>
        {facets.data?.tags.map(({ tag: known }) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <div className="flex justify-end gap-1.5">
        <Button kind="quiet" disabled={isOff} onClick={() => change.mutate({ add: false, word })}>
          {t('gallery.tags.remove')}
        </Button>
        <Button type="submit" disabled={isOff}>
          {t('gallery.tags.add')}
        </Button>
      </div>
    </form>
  )
}
