'use client'

import { useEffect } from 'react'
import { fillDraft, useDraftPreview } from '@/lib/client/draft'
import { useMember } from '@/lib/client/config'
import { useI18n } from '@/lib/client/i18n'
import { isAtLeast } from '@/lib/models/access'
import { elapsed } from './task-facts'
import { Ticks } from './ticks'

const corner = 'absolute font-mono text-2xs text-ink-faint'

/** The unlit screen: the frame that the draft at the left would fill, live, and three ways to begin. */
export function FeedEmpty() {
  const { t } = useI18n()
  const preview = useDraftPreview()
  const creates = isAtLeast(useMember(), 'creator')
  useLoadedList()
  const { ratio = '16:9', pixels = null, resolution = '', seconds = 5 } = preview ?? {}
  const [across = 16, down = 9] = ratio.includes(':') ? ratio.split(':').map(Number) : []
  return (
    <>
      <div className="h-14 shrink-0" />
      <div className="min-h-0 flex-1 scroll-quiet px-(--pane-x) pb-16 desk:overflow-auto">
        <div
          style={{ aspectRatio: across / down }}
          className="relative mx-auto grid max-h-[60dvh] min-h-52 max-w-full place-items-center rounded-lg bg-bg px-16 text-center transition-[aspect-ratio] duration-180 max-[389px]:aspect-auto!"
        >
          <Ticks look="screen" />
          <span className={`${corner} top-8 left-8.5`}>{ratio}</span>
          {pixels && (
            <span className={`${corner} top-8 right-8.5`}>
              {pixels.width} × {pixels.height}
            </span>
          )}
          <span className={`${corner} bottom-8 left-8.5`}>{resolution}</span>
          <span className={`${corner} right-8.5 bottom-8`}>{elapsed(seconds * 1000)}</span>
          <div>
            <h2 className="text-xl font-semibold tracking-[-0.012em]">
              {t(creates ? 'feed.emptyTitle' : 'feed.viewerTitle')}
            </h2>
            <p className="mt-1.5 text-md text-pretty text-ink-soft">
              {t(creates ? 'feed.emptyText' : 'feed.viewer')}
            </p>
          </div>
        </div>
        {creates && <Starters />}
      </div>
    </>
  )
}

const loadList = () => void import('./feed-list')

/** Whoever touches anything will have a task soon: the code of its card is here by then. */
function useLoadedList(): void {
  useEffect(() => {
    const options = { once: true, capture: true }
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) document.addEventListener(sign, loadList, options)
    return () => {
      for (const sign of signs) document.removeEventListener(sign, loadList, options)
    }
  }, [])
}

const starters = [
  { id: 'ridge', ratio: '16:9', duration: 8, box: [2, 4.5, 26, 15] },
  { id: 'street', ratio: '9:16', duration: 6, box: [8.5, 0.75, 13, 22.5] },
  { id: 'jug', ratio: '1:1', duration: 8, box: [6, 3, 18, 18] },
] as const

function Starters() {
  const { t } = useI18n()
  return (
    <section className="mt-8">
      <h3 className="mb-2.5 font-medium text-ink-soft">{t('feed.starters')}</h3>
      <ul className="grid gap-3 wide:grid-cols-3">
        {starters.map(({ id, ratio, duration, box: [x, y, width, height] }) => {
          const prompt = t(`feed.starter.${id}`)
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => fillDraft({ prompt, ratio, duration })}
                className="grid size-full grid-cols-[30px_1fr] content-start gap-x-3.5 gap-y-1.5 rounded-lg border py-3.5 pr-4 pl-3.5 text-start leading-[19px] transition-colors hover:border-line-strong hover:bg-bg"
              >
                <svg
                  viewBox="0 0 30 24"
                  className="row-span-2 h-6 w-7.5 fill-none stroke-ink-faint stroke-[1.5]"
                  aria-hidden
                >
                  <rect x={x} y={y} width={width} height={height} rx="2" />
                </svg>
                <span className="text-pretty">{prompt}</span>
                <span className="text-xs text-ink-faint">
                  {ratio} · {t('task.seconds', { seconds: duration })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
