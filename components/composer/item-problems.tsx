import { Icon } from '@/components/ui/icon'
import { chooseFiles } from '@/lib/client/choose-files'
import { useI18n } from '@/lib/client/i18n'
import type { MessageKey } from '@/lib/client/messages'
import { uploadId, uploadReference } from '@/lib/client/upload-reference'
import { addUploads, retryUpload } from '@/lib/client/uploads'
import type { ReferencePlace } from './reference-place'
import { useFix } from './use-fix'
import { useFixWords } from './use-fix-words'
import { useItemProblems, type ItemProblem, type Remedy } from './use-item-problems'
import { useReferenceFacts } from './use-reference-facts'
import { useReferences } from './use-references'
import { useSubmitAsset } from './use-submit-asset'

type ItemProblemsProps = {
  /** Tiles are described by it. */
  id: string
  place: ReferencePlace
  reference: string
  /** How the item is called; said in front unless it stands right there. */
  name: string
  named?: boolean
}

/** What is wrong with one item, with the numbers and what mends it. */
export function ItemProblems({ id, place, reference, name, named = true }: ItemProblemsProps) {
  // Files to choose again are asked for all at once, on the shelf.
  const problems = useItemProblems(place, reference).filter(({ id }) => id !== 'interrupted')
  if (problems.length === 0) return null
  return (
    <div id={id} className="mt-2 grid gap-1.5">
      {problems.map((problem) => (
        <ProblemLine
          key={problem.id}
          problem={problem}
          place={place}
          reference={reference}
          name={name}
          named={named}
        />
      ))}
    </div>
  )
}

type ProblemLineProps = Omit<ItemProblemsProps, 'id'> & { problem: ItemProblem; named: boolean }

function ProblemLine({ problem, place, reference, name, named }: ProblemLineProps) {
  const { t, rich } = useI18n()
  const { media } = useReferenceFacts(reference)
  const { fix, working, dialog } = useFix({ media, kind: place.kind, name })
  const fixWords = useFixWords()
  const remedies = useRemedies(place, reference)
  const { text, refused, fixes } = problem
  return (
    <div className="flex items-start gap-2 px-0.5 text-xs leading-4.5 text-ink-soft">
      <Icon
        name={refused ? 'circle-exclamation-point' : 'triangle-exclamation-point'}
        size={14}
        className={refused ? 'mt-0.5 text-bad' : 'mt-0.5 text-warn'}
      />
      <p className="min-w-0 flex-1">
        {named
          ? rich('composer.material.item', {
              name: <bdi className="font-medium text-ink">{name}</bdi>,
              file: text,
            })
          : text}
        <span className="inline-flex flex-wrap gap-x-3.5 ps-2">
          {working ? (
            <span role="status">{t('material.fix.working')}</span>
          ) : (
            fixes.map((each) => (
              <button
                key={each.fix}
                type="button"
                className="text-link text-start whitespace-normal!"
                onClick={() => fix(each)}
              >
                {fixWords(each, place.kind)}
              </button>
            ))
          )}
          {problem.also.map((remedy) => (
            <button
              key={remedy}
              type="button"
              className="text-link text-start whitespace-normal!"
              onClick={remedies[remedy]}
            >
              {t(remedyWords[remedy])}
            </button>
          ))}
        </span>
      </p>
      {dialog}
    </div>
  )
}

const remedyWords = {
  retry: 'material.retry',
  submit: 'material.state.submitAgain',
  replace: 'material.replace',
} as const satisfies Record<Remedy, MessageKey>

/** What helps where nothing can be made of the item itself. */
function useRemedies(place: ReferencePlace, reference: string): Record<Remedy, () => void> {
  const { put } = useReferences()
  const submit = useSubmitAsset(reference)
  const replace = async () => {
    const [file] = await chooseFiles({ kinds: [place.kind], multiple: false })
    const [upload] = file ? addUploads([file]) : []
    if (upload) put(place, uploadReference(upload.id))
  }
  return {
    retry: () => retryUpload(uploadId(reference) ?? ''),
    submit: () => void submit(),
    replace: () => void replace(),
  }
}
