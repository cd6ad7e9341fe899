import { lazy, Suspense, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { Popover } from '@/components/ui/popover'
import { useI18n } from '@/lib/client/i18n'
import type { ReferenceKind } from './reference-kinds'
import type { NewReference } from './use-references'

const loadAdd = () => import('./add-references')
const AddReferences = lazy(async () => ({ default: (await loadAdd()).AddReferences }))

type AddButtonProps = {
  /** What may be added; a frame slot takes one image. */
  kinds: readonly ReferenceKind[]
  single?: boolean
  onAdd: (references: readonly NewReference[]) => void
  className?: string
  children: ReactNode
}

/** A dashed place that opens the field for links and asset ids. */
export function AddButton({ kinds, single = false, onAdd, className, children }: AddButtonProps) {
  const { t } = useI18n()
  return (
    <Popover
      role="dialog"
      label={t('composer.add.label')}
      className="w-[min(360px,calc(100vw-32px))] p-3"
      trigger={(props) => (
        <button
          {...props}
          type="button"
          data-add
          aria-haspopup="dialog"
          onPointerEnter={loadAdd}
          onFocus={loadAdd}
          className={cx(
            'flex w-full items-center justify-center rounded-md border border-dashed border-line-strong text-xs text-ink-soft hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
            className,
          )}
        >
          <Icon name="plus" />
          {children}
        </button>
      )}
    >
      {(id) => (
        <Suspense>
          <AddReferences
            kinds={kinds}
            single={single}
            onAdd={(references) => {
              onAdd(references)
              document.getElementById(id)?.hidePopover()
            }}
          />
        </Suspense>
      )}
    </Popover>
  )
}
