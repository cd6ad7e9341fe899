import { lazy, Suspense, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Popover } from '@/components/ui/popover'
import { attach } from '@/lib/client/attach-files'
import { useI18n } from '@/lib/client/i18n'
import type { FrameField } from '@/lib/models/task-input'
import { useModel } from './composer-context'
import type { ReferenceKind } from './reference-kinds'
import type { NewReference } from '@/lib/client/attach-references'

const loadAdd = () => import('./add-references')
const AddReferences = lazy(async () => ({ default: (await loadAdd()).AddReferences }))
const loadPicker = () => import('@/components/media/media-picker')
const MediaPicker = lazy(async () => ({ default: (await loadPicker()).MediaPicker }))

const quiet =
  'relative text-ink-soft after:absolute after:-inset-x-1.5 after:-inset-y-1 hover:text-ink'

type OtherWaysProps = {
  /** What may be added; a frame takes one image. */
  kinds: readonly ReferenceKind[]
  /** How many more of each fit. */
  room: (kind: ReferenceKind) => number
  frame?: FrameField
  className?: string
}

/** Material that needs no file: earlier uploads, links, ids. */
export function OtherWays({ kinds, room, frame, className }: OtherWaysProps) {
  const { t } = useI18n()
  const { schemes } = useModel().references
  const [picking, setPicking] = useState(false)
  const add = (references: readonly NewReference[]) => attach(references, frame)
  return (
    <span className={cx('flex flex-wrap gap-x-3.5 gap-y-2 text-xs', className)}>
      <button
        type="button"
        onPointerEnter={loadPicker}
        onFocus={loadPicker}
        onClick={() => setPicking(true)}
        className={quiet}
      >
        {t('material.earlier')}
      </button>
      <Popover
        role="dialog"
        label={t('composer.add.label')}
        className="w-[min(360px,calc(100vw-32px))] p-3"
        trigger={(props) => (
          <button
            {...props}
            type="button"
            aria-haspopup="dialog"
            onPointerEnter={loadAdd}
            onFocus={loadAdd}
            className={quiet}
          >
            {t(schemes.includes('https') ? 'material.pasteUrl' : 'material.assetId')}
          </button>
        )}
      >
        {(id) => (
          <Suspense>
            <AddReferences
              kinds={kinds}
              single={frame !== undefined}
              onAdd={(references, more = false) => {
                add(references)
                if (!more) document.getElementById(id)?.hidePopover()
              }}
            />
          </Suspense>
        )}
      </Popover>
      {picking && (
        <Suspense>
          <MediaPicker
            kinds={kinds}
            room={room}
            single={frame !== undefined}
            onAdd={add}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </span>
  )
}
