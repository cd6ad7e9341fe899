import { useState, type DragEvent, type ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'

type DropZoneProps = { onFiles: (files: File[]) => void; children: ReactNode }

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Files may be dropped anywhere on the page. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const { t } = useI18n()
  const [over, setOver] = useState(false)
  return (
    <div
      className="flex min-h-full flex-1 flex-col"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) {
          setOver(false)
        }
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-xl border-2 border-dashed border-ink bg-bg/90 text-xl font-semibold desk:left-18">
          <span className="flex items-center gap-3">
            <Icon name="upload" size={20} />
            {t('assets.drop')}
          </span>
        </div>
      )}
    </div>
  )
}
