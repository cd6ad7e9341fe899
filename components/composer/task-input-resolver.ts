import { set, type FieldErrors, type Resolver } from 'react-hook-form'
import { approvalOf } from '@/lib/client/approval'
import { knownMedia, mediaRules } from '@/lib/client/media-store'
import { inputOf, type DraftInput } from '@/lib/models/draft'
import type { InputParams } from '@/lib/models/input-issue'
import { judgeInput } from '@/lib/models/judge-input'
import type { Settings } from '@/lib/models/settings'
import type { TaskInput } from '@/lib/models/task-input'
import type { useIssueWords } from './use-issue-words'

type Words = ReturnType<typeof useIssueWords>

/**
 * The form's resolver. Its values have the right types by construction, so what is left to ask is
 * what the handler asks after its schema: does `judge` refuse this input, or a library its material?
 */
export function taskInputResolver(
  settings: Settings,
  words: Words,
): Resolver<DraftInput, unknown, TaskInput> {
  return (values) => {
    const input = inputOf({ input: values })
    const refusals: { field: string; code: string; params?: InputParams }[] = [
      ...judgeInput(input, settings, mediaRules()).filter(({ warns }) => !warns),
      ...(approvalOf(input, knownMedia)?.refused ?? []).map(({ path }) => ({
        field: path,
        code: 'asset_not_active',
      })),
    ]
    if (refusals.length === 0) return { values: input, errors: {} }
    const errors: FieldErrors<DraftInput> = {}
    for (const { field, code, params } of refusals) {
      set(errors, field, { type: code, message: words({ field, code, ...(params && { params }) }) })
    }
    return { values: {}, errors }
  }
}
