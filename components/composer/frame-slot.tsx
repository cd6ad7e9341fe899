import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import { UploadProgress, useUploadStep } from '@/components/media/upload-progress'
import { needsApproval } from '@/lib/models/capabilities'
import { useI18n } from '@/lib/client/i18n'
import type { FrameField } from '@/lib/models/task-input'
import { AddTile } from './add-tile'
import { AssetState } from './asset-state'
import { useModel, useValue } from './composer-context'
import { ItemMenu } from './item-menu'
import { ItemProblems } from './item-problems'
import { OtherWays } from './other-ways'
import { Problem } from './problem'
import { ReferenceArt } from './reference-art'
import { RemoveButton } from './remove-button'
import { useAttach } from './use-attach'
import { useProblem } from './use-problem'
import { useReferenceFacts } from './use-reference-facts'
import { useReferences } from './use-references'

/** Upright frames would tower over the form: they keep their ratio within this height, in pixels. */
const tallest = 172

export function FrameSlot({ field, ratio }: { field: FrameField; ratio: string }) {
  const { t } = useI18n()
  const reference = useValue(field)
  const problem = useProblem(field)
  const { choose } = useAttach()
  const id = useId()
  const name = t(`composer.frames.${field}`)
  const [across = 16, down = 9] = ratio.includes(':') ? ratio.split(':').map(Number) : []
  const frame = {
    aspectRatio: `${across} / ${down}`,
    maxWidth: `${Math.round((tallest * across) / down)}px`,
  }
  const place = { field, at: 0, kind: 'image' } as const
  const empty = reference === ''

  return (
    <div
      role="group"
      aria-label={name}
      aria-describedby={`${id}problem ${id}item`}
      data-field={field}
      className="row-span-2 grid min-w-0 grid-rows-subgrid"
    >
      <div className="relative mx-auto w-full self-center" style={frame}>
        {empty ? (
          <AddTile
            onClick={() => choose(['image'], field)}
            className="h-full min-h-15.5 flex-col gap-0.5 in-data-dropping:border-ink in-data-dropping:bg-hover in-data-dropping:text-ink"
          >
            {t('material.chooseFrame')}
          </AddTile>
        ) : (
          <FilledFrame field={field} reference={reference} name={name} />
        )}
      </div>
      <div>
        <div className="mt-1.5 flex min-h-4 flex-wrap justify-between gap-x-2 gap-y-1 text-xs">
          <span className="font-medium">{name}</span>
          {empty ? (
            <OtherWays kinds={['image']} room={() => 1} frame={field} />
          ) : (
            <FrameCaption reference={reference} />
          )}
        </div>
        {!empty && (
          <ItemProblems
            id={`${id}item`}
            place={place}
            reference={reference}
            name={name}
            named={false}
          />
        )}
        {empty && <Problem id={`${id}problem`} {...problem} />}
      </div>
    </div>
  )
}

type FilledFrameProps = { field: FrameField; reference: string; name: string }

function FilledFrame({ field, reference, name }: FilledFrameProps) {
  const { t } = useI18n()
  const { setFrame } = useReferences()
  const { media, upload, name: file } = useReferenceFacts(reference)
  return (
    <div
      title={media || upload ? file : reference}
      className="group frame-edge relative h-full min-h-15.5 overflow-hidden rounded-md bg-hover in-data-dropping:outline-2 in-data-dropping:outline-ink"
    >
      <ReferenceArt kind="image" reference={reference} media={media} />
      <ItemMenu
        place={{ field, at: 0, kind: 'image' }}
        reference={reference}
        media={media}
        name={name}
        className={cx(
          'absolute top-1 left-1 z-4 bg-plate text-white opacity-0 group-focus-within:opacity-100',
          'group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100',
        )}
      />
      <RemoveButton
        label={t('composer.frames.remove', { name })}
        onClick={() => setFrame(field, '')}
      />
      {upload && <UploadProgress {...upload} />}
    </div>
  )
}

/** Its pixels, how far it has come, or how it is called; its review where one is needed. */
function FrameCaption({ reference }: { reference: string }) {
  const { t } = useI18n()
  const model = useModel()
  const step = useUploadStep()
  const { media, upload, caption } = useReferenceFacts(reference)
  if (media && needsApproval(model)) return <AssetState reference={reference} media={media} />
  const pixels =
    media?.width && media.height
      ? t('material.pixels', { width: String(media.width), height: String(media.height) })
      : null
  return (
    <span className="truncate text-ink-faint">
      {pixels ?? (upload && step(upload.state, upload.bytes)) ?? caption}
    </span>
  )
}
