import { Icon } from '@/components/ui/icon'
import { activeEntry, type DraftState } from '@/lib/client/draft-state'
import { referencesIn } from '@/lib/client/draft-references'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { uploadId } from '@/lib/client/upload-reference'
import { isUnderWay } from '@/lib/client/upload-queue'
import { useUploads } from '@/lib/client/uploads'

/** As one text, so that typing renders nothing here. */
function placesOf(state: DraftState): string {
  const references = referencesIn(activeEntry(state).draft)
  return references.flatMap((reference) => uploadId(reference) ?? []).join(' ')
}

/** Why Generate has to wait for files that are still on their way. */
export function UnderWayLine() {
  const { t } = useI18n()
  const places = useDrafts(placesOf)
  const uploads = useUploads()
  const count = uploads.filter((upload) => places.includes(upload.id) && isUnderWay(upload)).length
  if (count === 0) return null
  return (
    <p role="status" className="flex items-start gap-2 text-xs leading-4.5 text-ink-soft">
      <Icon name="upload" size={14} className="mt-0.5 text-ink-faint" />
      {t('material.underWay', { count })}
    </p>
  )
}
