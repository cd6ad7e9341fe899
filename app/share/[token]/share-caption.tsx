import { VaryButton } from '@/components/share/vary-button'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { createFormat } from '@/lib/client/format'
import type { Locale } from '@/lib/client/locale'
import type { ShareView } from '@/lib/server/shares/view'
import { words } from '../words'
import { wideAs } from './wide-as'

type ShareCaptionProps = {
  view: ShareView
  /** The page's own. */
  path: string
  locale: Locale
  /** A member reads it who may go on from it. */
  varies: boolean
}

/** What the sharer says of the clip, and what one may do with it. */
export function ShareCaption({ view, path, locale, varies }: ShareCaptionProps) {
  const { caption, download } = view
  const t = words(locale)
  if (!caption && download === null && !varies) {
    return <h1 className="sr-only">{t('share.clip')}</h1>
  }
  const size = 'max-sm:h-11 max-sm:w-full sm:h-9'
  return (
    <div
      style={wideAs(view)}
      className="mt-3 flex w-full flex-col gap-x-6 gap-y-3 border-t px-4 pt-4 sm:w-(--wide) sm:flex-row sm:items-center sm:px-0"
    >
      <h1 className="min-w-0 flex-1 overflow-clip text-lg leading-5.5 font-normal text-pretty wrap-anywhere">
        {caption || <span className="sr-only">{t('share.clip')}</span>}
      </h1>
      <div className="flex flex-wrap items-center gap-2">
        {varies && (
          <VaryButton
            from={`${path}/input`}
            words={{ vary: t('share.vary'), failed: t('share.varyFailed') }}
          />
        )}
        {download !== null && (
          <a href={`${path}/download`} download className={`${buttonClass('quiet')} ${size}`}>
            <Icon name="download" />
            {t('share.download')}
            <span className="font-normal text-ink-faint">
              {createFormat(locale, 'UTC').bytes(download)}
            </span>
          </a>
        )}
      </div>
    </div>
  )
}
