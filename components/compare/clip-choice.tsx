'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/client/api'
import { useI18n } from '@/lib/client/i18n'
import type { TileList } from '@/lib/schemas/gallery'

type ClipChoiceProps = {
  without: readonly string[]
  /** What the chosen one will be called. */
  letter: string
  onChoose: (id: string) => void
}

const shown = 12

/** The newest clips as small pictures. */
export function ClipChoice({ without, letter, onChoose }: ClipChoiceProps) {
  const { t } = useI18n()
  const { data, isError, refetch } = useQuery({
    queryKey: ['gallery', 'newest'],
    queryFn: ({ signal }) =>
      api<TileList>(`/api/gallery?limit=${shown + without.length}`, { signal }),
  })
  const tiles = data?.data.filter(({ id }) => !without.includes(id)).slice(0, shown)
  if (isError) {
    return (
      <p className="flex items-center justify-between gap-3">
        {t('compare.notRead')}
        <Button onClick={() => void refetch()}>{t('shell.tryAgain')}</Button>
      </p>
    )
  }
  if (tiles?.length === 0) return <p className="text-ink-soft">{t('compare.noOthers')}</p>
  return (
    <ul aria-busy={!tiles} className="grid grid-cols-3 gap-1.5">
      {tiles
        ? tiles.map(({ id, title, prompt, poster_url: poster }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={`${letter}: ${title ?? prompt}`}
                title={title ?? prompt}
                onClick={() => onChoose(id)}
                className="block aspect-video w-full overflow-hidden rounded-sm bg-stage outline-offset-2"
              >
                {poster ? (
                  <img src={poster} alt="" className="size-full object-contain" />
                ) : (
                  <span className="line-clamp-3 p-1.5 text-start text-2xs text-white">
                    {prompt}
                  </span>
                )}
              </button>
            </li>
          ))
        : Array.from({ length: shown }, (_, at) => (
            <li key={at} className="aspect-video rounded-sm bg-hover" />
          ))}
    </ul>
  )
}
