import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { useI18n } from '@/lib/client/i18n'
import { AddButton } from './add-button'
import { useModel, useValue } from './composer-context'
import { Problem } from './problem'
import { fieldOf, kindIcon, type ReferenceKind } from './reference-kinds'
import { ReferenceList } from './reference-list'
import { useProblem } from './use-problem'
import { useReferences } from './use-references'

type ReferenceTrayProps = {
  label: string
  kinds: readonly ReferenceKind[]
}

/** Numbered references of each kind, with the room there is for more. */
export function ReferenceTray({ label, kinds }: ReferenceTrayProps) {
  const { t } = useI18n()
  const model = useModel()
  const { add } = useReferences()
  const [moved, setMoved] = useState('')
  const images = useValue('images')
  const videos = useValue('reference_videos')
  const audios = useValue('reference_audios')
  const counts: Record<ReferenceKind, number> = {
    image: images.length,
    video: videos.length,
    audio: audios.length,
  }
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0)
  const full = kinds.every((kind) => counts[kind] >= model[fieldOf[kind]].max)
  const assetsOnly = !model.references.schemes.includes('https')
  const accepts = model.references.schemes.length > 1 ? 'both' : assetsOnly ? 'asset' : 'https'
  const listOf = (kind: ReferenceKind) => (
    <ReferenceList key={kind} kind={kind} look={assetsOnly ? 'rows' : 'tiles'} onMoved={setMoved} />
  )
  const [first, ...others] = kinds

  return (
    <section aria-label={label}>
      <header className="mb-2 flex items-center justify-between gap-3">
        <p className="font-medium text-ink-soft">{label}</p>
        <ul className="flex gap-3 text-xs text-ink-faint">
          {kinds.map((kind) => (
            <li key={kind} className="inline-flex items-center gap-1 whitespace-nowrap">
              <Icon name={kindIcon[kind]} size={14} />
              <VisuallyHidden>{t(`composer.kinds.${kind}`)}</VisuallyHidden>
              {t('composer.material.room', { count: counts[kind], max: model[fieldOf[kind]].max })}
            </li>
          ))}
        </ul>
      </header>
      {assetsOnly ? (
        <>
          {total > 0 && (
            <div className="divide-y overflow-hidden rounded-lg border bg-raised">
              {kinds.map(listOf)}
            </div>
          )}
          {!full && (
            <AddButton
              kinds={kinds}
              onAdd={add}
              className={total > 0 ? 'mt-2 h-9 gap-2' : 'h-15.5 gap-2'}
            >
              {t('composer.material.addFirst.asset')}
            </AddButton>
          )}
        </>
      ) : (
        <div className="grid grid-cols-4 gap-2">
          {first && listOf(first)}
          {!full && (
            <div className={total === 0 ? 'col-span-4' : undefined}>
              <AddButton kinds={kinds} onAdd={add} className="h-15.5 flex-col gap-0.5">
                {total === 0
                  ? t(`composer.material.addFirst.${accepts}`)
                  : t('composer.material.add')}
              </AddButton>
            </div>
          )}
          {others.map(listOf)}
        </div>
      )}
      <TrayProblems />
      <p role="status" className="sr-only">
        {moved}
      </p>
    </section>
  )
}

/** What is wrong with a whole list. */
function TrayProblems() {
  return (
    <>
      <ListProblem field="images" />
      <ListProblem field="reference_videos" />
      <ListProblem field="reference_audios" />
    </>
  )
}

function ListProblem({ field }: { field: 'images' | 'reference_videos' | 'reference_audios' }) {
  return (
    <div data-field={field}>
      <Problem id={`composer-${field}-problem`} {...useProblem(field)} />
    </div>
  )
}
