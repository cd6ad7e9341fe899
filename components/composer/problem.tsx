import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'

type ProblemProps = {
  /** For the field's aria-describedby. */
  id: string
  message?: string | undefined
  /** `doubt`: it may work all the same. */
  tone?: 'refusal' | 'doubt'
}

/** What is wrong, right under the field that it is wrong with. */
export function Problem({ id, message, tone = 'refusal' }: ProblemProps) {
  if (message === undefined) return null
  const refused = tone === 'refusal'
  return (
    <p
      id={id}
      className={cx(
        'mt-2 flex items-start gap-2 px-0.5 text-xs leading-4.5',
        refused ? 'text-bad' : 'text-ink-soft',
      )}
    >
      <Icon
        name={refused ? 'circle-exclamation-point' : 'triangle-exclamation-point'}
        size={14}
        className={refused ? 'mt-0.5' : 'mt-0.5 text-warn'}
      />
      {message}
    </p>
  )
}
