import { UploadArt } from '@/components/media/upload-art'
import { UploadProgress, useUploadStep } from '@/components/media/upload-progress'
import { useUploadWords } from '@/components/media/use-upload-words'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { chooseFiles } from '@/lib/client/choose-files'
import { useI18n } from '@/lib/client/i18n'
import type { Upload } from '@/lib/client/upload-queue'
import { dropUpload, retryUpload, useUploadState } from '@/lib/client/uploads'
import { takeInFiles } from './take-in-files'

/** Files on their way, above the list they will come into. */
export function UploadRows({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useI18n()
  if (uploads.length === 0) return null
  return (
    <ul
      aria-label={t('assets.uploads')}
      className="max-h-91.5 scroll-quiet overflow-y-auto px-(--pane-x) max-desk:max-h-62"
    >
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
    </ul>
  )
}

function UploadRow({ upload }: { upload: Upload }) {
  const { id, name, bytes, kind } = upload
  const { t, format } = useI18n()
  const step = useUploadStep()
  const words = useUploadWords()
  const state = useUploadState(id) ?? upload.state
  const bad =
    state.is === 'failed'
      ? words(state.problem, bytes)
      : state.is === 'interrupted'
        ? t('material.interrupted')
        : null
  return (
    <li className="flex min-h-15 items-center gap-3 border-b max-sm:py-2">
      <span className="frame-edge relative h-11 w-18 shrink-0 overflow-hidden rounded-sm bg-sunken sm:ms-10">
        <UploadArt id={id} kind={kind} />
        <UploadProgress state={state} name={name} bytes={bytes} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className={bad ? 'text-xs text-bad' : 'truncate text-xs text-ink-faint'}>
          {bad ?? [step(state, bytes), format.bytes(bytes)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {state.is === 'failed' && state.problem.again && (
        <Button kind="quiet" size="sm" onClick={() => retryUpload(id)}>
          {t('assets.tryAgain')}
        </Button>
      )}
      {state.is === 'interrupted' && (
        <Button
          kind="quiet"
          size="sm"
          onClick={() => void chooseFiles({ kinds: [kind], multiple: true }).then(takeInFiles)}
        >
          {t('assets.chooseAgain')}
        </Button>
      )}
      <IconButton
        icon="x"
        label={t(bad ? 'assets.forget' : 'assets.cancelUpload', { name })}
        tip="none"
        onClick={() => dropUpload(id)}
        className="pointer-coarse:size-11"
      />
    </li>
  )
}
