import { useId, useState } from 'react'
import { kindIcon } from '@/components/media/kind-icon'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { useI18n } from '@/lib/client/i18n'
import { needsApproval, roomFor } from '@/lib/models/capabilities'
import { fieldOf } from '@/lib/models/mentions'
import { AddTile } from './add-tile'
import { useModel } from './composer-context'
import { ListProblems } from './list-problems'
import { OtherWays } from './other-ways'
import type { ReferenceKind } from './reference-kinds'
import { ReferenceList } from './reference-list'
import { useAttach } from './use-attach'
import { useRoom } from './use-room'

type ReferenceTrayProps = {
  label: string
  kinds: readonly ReferenceKind[]
}

/** Numbered references of each kind, with the room there is for more. */
export function ReferenceTray({ label, kinds }: ReferenceTrayProps) {
  const { t } = useI18n()
  const model = useModel()
  const { choose } = useAttach()
  const { counts, left, words, short } = useRoom()
  const [moved, setMoved] = useState('')
  const id = useId()
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0)
  const full = kinds.every((kind) => left(kind) <= 0)
  const rows = needsApproval(model)
  const ways = <OtherWays kinds={kinds} room={left} />
  const [first, ...others] = kinds
  const upTo = kinds
    .map((kind) => t(`composer.counted.${kind}`, { count: roomFor(model, fieldOf[kind]) }))
    .join(t('composer.change.comma'))
  const listOf = (kind: ReferenceKind) => (
    <ReferenceList
      key={kind}
      id={id}
      kind={kind}
      look={rows ? 'rows' : 'tiles'}
      caption={kind === first && !full ? undefined : words(kind)}
      onMoved={setMoved}
    />
  )

  return (
    <section aria-label={label}>
      <header className="mb-2 flex items-center justify-between gap-3">
        <p className="font-medium whitespace-nowrap text-ink-soft">{label}</p>
        {rows ? (
          <ul className="flex flex-wrap justify-end gap-x-3 text-xs text-ink-faint">
            {kinds.map((kind) => (
              <li key={kind} className="inline-flex items-center gap-1 whitespace-nowrap">
                <Icon name={kindIcon[kind]} size={14} />
                <VisuallyHidden>{t(`composer.kinds.${kind}`)}</VisuallyHidden>
                {short(kind)}
              </li>
            ))}
          </ul>
        ) : (
          ways
        )}
      </header>
      {rows ? (
        <>
          {total > 0 && (
            <div className="mb-2 divide-y overflow-clip rounded-lg border bg-raised">
              {kinds.map(listOf)}
            </div>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {!full && (
              <AddTile
                onClick={() => choose(kinds)}
                className="h-9 min-w-40 flex-1 gap-2 px-3 pointer-coarse:h-11"
              >
                {t('material.chooseReview')}
              </AddTile>
            )}
            {ways}
          </div>
        </>
      ) : (
        <div className="grid grid-cols-4 gap-2">
          {first && listOf(first)}
          {!full && (
            <div className={total === 0 ? 'col-span-4' : undefined}>
              <AddTile onClick={() => choose(kinds)} className="h-15.5 flex-col gap-0.5">
                {t(total === 0 ? 'material.chooseFirst' : 'material.choose')}
              </AddTile>
              <p className="mt-1 text-2xs leading-3.5 text-ink-faint">
                {total === 0 ? t('material.upTo', { things: upTo }) : words(first ?? 'image')}
              </p>
            </div>
          )}
          {others.map(listOf)}
        </div>
      )}
      <ListProblems id={id} kinds={kinds} named={!rows} />
      <p role="status" className="sr-only">
        {moved}
      </p>
    </section>
  )
}
