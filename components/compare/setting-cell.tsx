'use client'

import { referenceName } from '@/components/composer/reference-name'
import { outputFacts, shownCost } from '@/components/tasks/task-facts'
import { useI18n } from '@/lib/client/i18n'
import { useMedia } from '@/lib/client/use-media'
import { modeOf } from '@/lib/models/capabilities'
import type { Task } from '@/lib/schemas/task'
import { makingSeconds, type SettingRow } from './difference-rows'
import { MarkedPrompt } from './marked-prompt'
import type { Marked } from './diff-words'

type SettingCellProps = {
  task: Task
  row: SettingRow
  prompt: readonly Marked[]
  whole: boolean
}

/** One setting of one clip, in words. */
export function SettingCell({ task, row, prompt, whole }: SettingCellProps) {
  const { t, has, format } = useI18n()
  const { ratio, resolution, seconds } = outputFacts(task)
  const cost = shownCost(task)
  const making = makingSeconds(task)
  switch (row) {
    case 'model': {
      const line = `composer.line.${task.line}.name`
      return (
        <>
          <span className="font-mono text-xs wrap-anywhere">{task.model}</span>{' '}
          {has(line) && <span className="text-ink-faint">{t(line)}</span>}
        </>
      )
    }
    case 'prompt':
      return <MarkedPrompt parts={prompt} whole={whole} />
    case 'mode':
      return t(`task.modes.${modeOf(task.input)}`)
    case 'ratio':
      return ratio
    case 'resolution':
      return resolution
    case 'seconds':
      return t('task.seconds', { seconds })
    case 'author':
      return task.author.name
    case 'charged':
      return cost === null ? t('task.notReported') : format.money(cost)
    case 'making':
      return making === null
        ? '–'
        : making < 60
          ? t('compare.seconds', { seconds: making })
          : t('compare.minutes', { minutes: Math.floor(making / 60), seconds: making % 60 })
    default:
      return <References references={[task.input[row] ?? []].flat()} />
  }
}

function References({ references }: { references: readonly string[] }) {
  const { t } = useI18n()
  if (references.length === 0) return <span className="text-ink-faint">{t('compare.none')}</span>
  return (
    <ul>
      {references.map((reference, at) => (
        <li key={at} className="truncate">
          <ReferenceName reference={reference} />
        </li>
      ))}
    </ul>
  )
}

/** Anew when the item's name has come. */
function ReferenceName({ reference }: { reference: string }) {
  useMedia(reference)
  return referenceName(reference).name
}
