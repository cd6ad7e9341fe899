import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import type { Tile } from '@/lib/schemas/gallery'
import { barButton, barWord } from './bar-button'

const mostZipped = 200

/** One clip as it is, several as one archive. */
export function DownloadButton({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useI18n()
  const [first] = tiles
  if (!first) return null
  const isOff = tiles.length > mostZipped
  const word = <span className={barWord}>{t('gallery.selection.download')}</span>
  if (isOff) {
    return (
      <button
        type="button"
        aria-disabled
        title={t('gallery.selection.downloadMany')}
        className={cx(barButton, 'text-ink-faint')}
      >
        <Icon name="download" />
        {word}
        <span className="sr-only">{t('gallery.selection.downloadMany')}</span>
      </button>
    )
  }
  const href =
    tiles.length === 1
      ? `/api/tasks/${first.id}/download`
      : `/api/tasks/zip?ids=${tiles.map(({ id }) => id).join(',')}`
  return (
    <a
      href={href}
      download
      data-download
      data-tip={t('gallery.selection.download')}
      data-tip-side="above"
      aria-keyshortcuts="D"
      className={barButton}
    >
      <Icon name="download" />
      {word}
    </a>
  )
}
