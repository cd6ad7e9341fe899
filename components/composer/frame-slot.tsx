import { useId } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { FrameField } from '@/lib/models/task-input'
import { AddButton } from './add-button'
import { useValue } from './composer-context'
import { useLiveIssues } from './live-issues'
import { Problem } from './problem'
import { ReferenceArt } from './reference-art'
import { referenceName } from './reference-name'
import { RemoveButton } from './remove-button'
import { useIssueWords } from './use-issue-words'
import { useProblem } from './use-problem'
import { useReferences } from './use-references'

/** Upright frames would tower over the form: they keep their ratio within this height, in pixels. */
const tallest = 172

export function FrameSlot({ field, ratio }: { field: FrameField; ratio: string }) {
  const { t } = useI18n()
  const reference = useValue(field)
  const problem = useProblem(field)
  const words = useIssueWords()
  const { setFrame } = useReferences()
  const id = useId()
  const place = t(`composer.frames.${field}`)
  const [across = 16, down = 9] = ratio.includes(':') ? ratio.split(':').map(Number) : []
  const frame = {
    aspectRatio: `${across} / ${down}`,
    maxWidth: `${Math.round((tallest * across) / down)}px`,
  }
  // A reference that cannot work is told at once; a frame that is still missing only when asked.
  const fault = useLiveIssues().find((issue) => issue.field === field && reference !== '')
  const shown = problem ?? (fault && { message: words(fault) })

  return (
    <div
      role="group"
      aria-label={place}
      aria-describedby={shown && id}
      data-field={field}
      className="row-span-2 grid min-w-0 grid-rows-subgrid"
    >
      <div className="relative mx-auto w-full self-center" style={frame}>
        {reference === '' ? (
          <AddButton
            kinds={['image']}
            single
            onAdd={(added) => setFrame(field, added[0]?.reference ?? '')}
            className="h-full min-h-15.5 flex-col gap-0.5"
          >
            {t('composer.frames.add')}
          </AddButton>
        ) : (
          <div
            title={reference}
            className="group frame-edge relative h-full min-h-15.5 rounded-md bg-hover"
          >
            <ReferenceArt kind="image" reference={reference} />
            <RemoveButton
              label={t('composer.frames.remove', { name: place })}
              onClick={() => setFrame(field, '')}
            />
          </div>
        )}
      </div>
      <div>
        <p className="mt-1.5 flex justify-between gap-2 text-xs">
          <span className="font-medium">{place}</span>
          <span className="truncate text-ink-faint">
            {reference !== '' && referenceName(reference).name}
          </span>
        </p>
        <Problem id={id} {...shown} />
      </div>
    </div>
  )
}
