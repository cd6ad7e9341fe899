import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/client/i18n'

/** Reads the next page before the reader gets there; a button where observing does not work. */
export function LoadMore({ onMore }: { onMore: () => void }) {
  const { t } = useI18n()
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  useEffect(() => {
    latest.current = onMore
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) latest.current()
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="flex justify-center py-6">
      <Button kind="quiet" onClick={onMore}>
        {t('assets.more')}
      </Button>
    </div>
  )
}
