import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { factsOf } from '@/lib/client/media-store'
import { useMedia } from '@/lib/client/use-media'
import { fixesFor } from '@/lib/models/fixes'
import type { InputIssue } from '@/lib/models/input-issue'
import { fieldOf, mentionText } from '@/lib/models/mentions'
import { totalRules } from '@/lib/models/limit'
import { useModel, useValue } from './composer-context'
import { ItemProblems } from './item-problems'
import { problemIdOf } from './problem-id'
import { useLiveIssues } from './live-issues'
import { Problem } from './problem'
import type { ReferenceKind } from './reference-kinds'
import { useFix } from './use-fix'
import { useFixWords } from './use-fix-words'
import { useIssueWords } from './use-issue-words'
import { useProblem } from './use-problem'

type ListProblemsProps = {
  id: string
  kinds: readonly ReferenceKind[]
  /** Under tiles: each problem names its item. Rows say theirs themselves. */
  named: boolean
}

/** What is wrong under a tray: with single items, with all of a kind together, with the list. */
export function ListProblems({ id, kinds, named }: ListProblemsProps) {
  return kinds.map((kind) => <KindProblems key={kind} id={id} kind={kind} named={named} />)
}

function KindProblems({ id, kind, named }: { id: string; kind: ReferenceKind; named: boolean }) {
  const { locale } = useI18n()
  const field = fieldOf[kind]
  const references = useValue(field)
  const problem = useProblem(field)
  const words = useIssueWords()
  const totals = useLiveIssues().filter((issue) => issue.field === field && isTotal(issue))
  const said = totals.some((issue) => words(issue) === problem?.message)
  return (
    <div data-field={field}>
      {named &&
        references.map((reference, at) => (
          <ItemProblems
            key={at}
            id={problemIdOf(id, kind, at)}
            place={{ field, at, kind }}
            reference={reference}
            name={mentionText(kind, at + 1, locale).slice(1)}
          />
        ))}
      {totals.map((issue) => (
        <TotalProblem key={issue.code} issue={issue} kind={kind} references={references} />
      ))}
      {!said && <Problem id={`composer-${field}-problem`} {...problem} />}
    </div>
  )
}

function isTotal({ code }: InputIssue): boolean {
  return totalRules.some((rule) => code === rule || code === `${rule}_in_doubt`)
}

type TotalProblemProps = {
  issue: InputIssue
  kind: ReferenceKind
  references: readonly string[]
}

/** All of a kind together are too much: the last one that can give way offers to. */
function TotalProblem({ issue, kind, references }: TotalProblemProps) {
  const { locale } = useI18n()
  const words = useIssueWords()
  const fixWords = useFixWords()
  const model = useModel()
  const yielding = references.findLastIndex((reference) => {
    const facts = factsOf(reference)
    return facts !== undefined && fixesFor(issue, facts, model).length > 0
  })
  const media = useMedia(references[yielding] ?? '')
  const name = mentionText(kind, yielding + 1, locale).slice(1)
  const { fix, dialog } = useFix({ media, kind, name })
  const [wanted] = media ? fixesFor(issue, media, model) : []
  return (
    <div className="mt-2 flex items-start gap-2 px-0.5 text-xs leading-4.5 text-ink-soft">
      <Icon
        name={issue.warns ? 'triangle-exclamation-point' : 'circle-exclamation-point'}
        size={14}
        className={issue.warns ? 'mt-0.5 text-warn' : 'mt-0.5 text-bad'}
      />
      <p className="flex-1">
        {words(issue)}
        {wanted && (
          <button type="button" className="text-link ms-2" onClick={() => fix(wanted)}>
            {name}: {fixWords(wanted, kind)}
          </button>
        )}
      </p>
      {dialog}
    </div>
  )
}
