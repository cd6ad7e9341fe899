import { Icon } from '@/components/ui/icon'
import { UploadProgress, useUploadStep } from '@/components/media/upload-progress'
import { useUploadWords } from '@/components/media/use-upload-words'
import { kindIcon } from '@/components/media/kind-icon'
import { referencesIn } from '@/lib/client/draft-references'
import type { DraftState } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { uploadReference } from '@/lib/client/upload-reference'
import { forgetUpload } from '@/lib/client/attach-files'
import { chooseFiles } from '@/lib/client/choose-files'
import type { Upload } from '@/lib/client/upload-queue'
import {
  clearDone,
  resumeUploads,
  retryUpload,
  useUploads,
  useUploadState,
} from '@/lib/client/uploads'
import { RemoveButton } from './remove-button'

const everyKind = ['image', 'video', 'audio'] as const

/**
 * Files on their way that no open draft keeps a place for, and all that an earlier page left: one
 * choice of files goes on with them, each in its place.
 */
export function UploadShelf() {
  const { t } = useI18n()
  const uploads = useUploads()
  const placed = useDrafts(heldReferences)
  const shown = uploads.filter(
    ({ id, state }) => state.is === 'interrupted' || !placed.includes(uploadReference(id)),
  )
  if (shown.length === 0) return null
  const done = shown.filter(({ state }) => state.is === 'done')
  const lost = shown.filter(({ state }) => state.is === 'interrupted')
  const endAll = () => {
    for (const { id } of shown) forgetUpload(id)
  }
  const again = async () => {
    resumeUploads(await chooseFiles({ kinds: everyKind, multiple: true }))
  }
  return (
    <section aria-label={t('material.queue.label')} className="rounded-lg border bg-raised">
      <header className="flex items-center gap-3 py-1.5 ps-3 pe-2 text-xs">
        <p className="flex-1 font-medium">
          {lost.length === shown.length
            ? t('material.queue.interrupted', { count: lost.length })
            : t('material.queue.title')}
        </p>
        {lost.length < shown.length && (
          <span role="status" className="text-ink-faint">
            {t('material.queue.summary', { done: done.length, count: shown.length })}
          </span>
        )}
        {lost.length > 0 && (
          <button type="button" className="text-link" onClick={() => void again()}>
            {t('material.queue.again')}
          </button>
        )}
        <button
          type="button"
          className="text-link"
          onClick={done.length === shown.length ? clearDone : endAll}
        >
          {t(
            done.length === shown.length
              ? 'material.queue.clear'
              : lost.length === shown.length
                ? 'material.queue.forget'
                : 'material.queue.cancelAll',
          )}
        </button>
      </header>
      <ul className="max-h-44 scroll-quiet divide-y overflow-auto border-t">
        {shown.map((upload) => (
          <ShelfRow key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  )
}

/** As one text, so that typing renders nothing here. */
function heldReferences({ open }: DraftState): string {
  return open.flatMap(({ draft }) => referencesIn(draft)).join(' ')
}

function ShelfRow({ upload }: { upload: Upload }) {
  const { t, format } = useI18n()
  const step = useUploadStep()
  const words = useUploadWords()
  const { id, name, bytes, kind } = upload
  const state = useUploadState(id) ?? upload.state
  const ended = state.is === 'done' ? t('material.queue.done') : null
  return (
    <li className="relative grid min-h-9 grid-cols-[auto_minmax(0,1fr)_auto_auto] items-center gap-x-2.5 py-1 ps-3 pe-1.5 text-xs">
      <Icon name={kindIcon[kind]} size={14} className="text-ink-faint" />
      <span className="truncate" title={name}>
        {name}
      </span>
      <span className="text-ink-faint">{step(state, bytes) ?? ended ?? format.bytes(bytes)}</span>
      <RemoveButton
        look="plain"
        label={t(state.is === 'done' ? 'composer.material.remove' : 'material.cancelOf', { name })}
        onClick={() => forgetUpload(id)}
      />
      {state.is === 'failed' && (
        <p className="col-span-2 col-start-2 pb-1 text-bad">
          {words(state.problem, bytes)}{' '}
          {state.problem.again && (
            <button type="button" className="text-link" onClick={() => retryUpload(id)}>
              {t('material.retry')}
            </button>
          )}
        </p>
      )}
      <UploadProgress state={state} name={name} bytes={bytes} />
    </li>
  )
}
