import { useI18n } from '@/lib/client/i18n'
import type { UploadState } from '@/lib/client/upload-queue'

type UploadProgressProps = { state: UploadState; name: string; bytes: number }

/** The amber line on the lower edge of what is being uploaded. */
export function UploadProgress({ state, name, bytes }: UploadProgressProps) {
  const { t } = useI18n()
  if (state.is !== 'uploading' && state.is !== 'checking') return null
  const share = state.is === 'checking' ? 1 : bytes > 0 ? Math.min(1, state.sent / bytes) : 0
  return (
    <span
      role="progressbar"
      aria-label={t('material.uploading', { name })}
      aria-valuenow={Math.floor(share * 100)}
      className="absolute inset-x-0 bottom-0 z-2 block h-0.75 bg-pressed"
    >
      <span
        className="block h-full origin-left bg-accent transition-transform duration-180"
        style={{ transform: `scaleX(${share})` }}
      />
    </span>
  )
}

/** Where an upload stands in a word: `42 %`, `Checking`. */
export function useUploadStep(): (state: UploadState, bytes: number) => string | null {
  const { t } = useI18n()
  return (state, bytes) => {
    if (state.is === 'waiting') return t('material.waiting')
    if (state.is === 'checking') return t('material.checking')
    if (state.is === 'interrupted') return t('material.queue.notDone')
    if (state.is === 'failed') return t('material.queue.failed')
    if (state.is === 'done') return null
    const percent = bytes > 0 ? Math.floor((100 * Math.min(state.sent, bytes)) / bytes) : 0
    return t('material.percent', { percent })
  }
}
