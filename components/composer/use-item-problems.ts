import { useUploadWords } from '@/components/media/use-upload-words'
import { useI18n } from '@/lib/client/i18n'
import { uploadId } from '@/lib/client/upload-reference'
import { fixesFor, type Fix } from '@/lib/models/fixes'
import { assetRefusal } from '@/lib/client/approval'
import { useModel } from './composer-context'
import { useLiveIssues } from './live-issues'
import { pathOf, type ReferencePlace } from './reference-place'
import { useIssueWords } from './use-issue-words'
import { useReferenceFacts } from './use-reference-facts'

export type ItemProblem = {
  id: string
  text: string
  /** It cannot be sent like this; else it may work all the same. */
  refused: boolean
  /** What can be made of it so that it fits. */
  fixes: readonly Fix[]
  /** What else helps: sending it once more, another in its place. */
  also: readonly Remedy[]
}

export type Remedy = 'retry' | 'submit' | 'replace'

/** What is wrong or in doubt with one item, worst first. */
export function useItemProblems(place: ReferencePlace, reference: string): ItemProblem[] {
  const { t } = useI18n()
  const model = useModel()
  const issues = useLiveIssues()
  const words = useIssueWords()
  const uploadWords = useUploadWords()
  const { media, upload } = useReferenceFacts(reference)
  if (upload !== null) {
    const { state, bytes } = upload
    const whole = { id: 'upload', refused: true, fixes: [] }
    if (state.is === 'failed') {
      const { problem } = state
      const also = [problem.again ? ('retry' as const) : ('replace' as const)]
      return [{ ...whole, text: uploadWords(problem, bytes), also }]
    }
    if (state.is !== 'interrupted') return []
    return [{ ...whole, id: 'interrupted', text: t('material.interrupted'), also: [] }]
  }
  if (media === null || uploadId(reference) !== null) {
    return [{ id: 'gone', text: t('material.gone'), refused: true, fixes: [], also: ['replace'] }]
  }
  const refusal = media && assetRefusal(media, model)
  const review: ItemProblem[] = refusal
    ? [
        {
          id: 'asset',
          text: refusal.reason ?? t('material.state.noReason'),
          refused: true,
          fixes: [],
          also: refusal.status === 'rejected' ? ['replace', 'submit'] : ['submit', 'replace'],
        },
      ]
    : []
  const judged = issues
    .filter(({ field }) => field === pathOf(place))
    .sort((one, other) => Number(one.warns) - Number(other.warns))
    .map((issue) => ({
      id: issue.code,
      text: words(issue),
      refused: !issue.warns,
      fixes: media === undefined ? [] : fixesFor(issue, media, model),
      also: [],
    }))
  return [...review, ...judged]
}
