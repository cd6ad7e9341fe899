import { Icon } from '@/components/ui/icon'
import type { ApiError } from '@/lib/client/api'
import { activeEntry } from '@/lib/client/draft-state'
import { useDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { useIssueWords } from './use-issue-words'
import type { SubmitFailure } from './use-generate'

const known = ['invalid_input', 'idempotency_mismatch', 'network', 'unauthorized'] as const

type Kind = (typeof known)[number] | 'refused' | 'unknown'

function kindOf({ code, status }: ApiError): Kind {
  const own = known.find((one) => one === code)
  return own ?? (status >= 400 && status < 500 ? 'refused' : 'unknown')
}

/** What happened to the last press, whether it cost anything, and what to do; goes at the next edit. */
export function SubmitProblem({ failure }: { failure: SubmitFailure }) {
  const { t } = useI18n()
  const words = useIssueWords()
  const current = useDrafts((state) => activeEntry(state).draft === failure.draft)
  const kind = kindOf(failure.error)
  // Complaints about fields that the form does not have can only be told here.
  const strays = Object.entries(failure.error.fields ?? {})
    .filter(([path]) => !Object.hasOwn(failure.draft.input, path.split('.')[0] ?? ''))
    .flatMap(([, issues]) => issues.map(words))
  return (
    <div role="alert" className="col-span-full">
      {current && (
        <div className="mb-2.5 flex items-start gap-2 text-xs leading-4.5 text-ink-soft">
          <Icon name="circle-exclamation-point" size={14} className="mt-0.5 text-bad" />
          <p>
            <strong className="font-medium text-bad">{t(`composer.problem.${kind}.title`)}</strong>{' '}
            {t(`composer.problem.${kind}.text`)} {strays.join(' ')}
          </p>
        </div>
      )}
    </div>
  )
}
