import { useId, useRef } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { useI18n } from '@/lib/client/i18n'
import type { Mode } from '@/lib/models/task-input'
import { useComposer, useModel } from './composer-context'
import { promptId } from './insert-text'
import { useMode } from './use-mode'
import { parts } from './parts'
import { Problem } from './problem'
import { PromptCount } from './prompt-count'
import { PromptOverlay } from './prompt-overlay'
import { useMentionList } from './use-mention-list'
import { useProblem } from './use-problem'

/** Lines the field starts with; it leaves room for the material that comes with the mode. */
function startRows(mode: Mode, assetsOnly: boolean): number {
  if (mode === 'text') return 11
  if (mode === 'frames') return 5
  return assetsOnly ? 3 : 6
}

// Field and overlay share one cell and these metrics: a glyph lies exactly on its wash.
const type =
  'col-start-1 row-start-1 block w-full px-3.5 pt-3 pb-1 text-lg leading-[23px] font-normal tracking-[-0.003em] break-words whitespace-pre-wrap'

export function PromptField() {
  const { form } = useComposer()
  const { t, rich } = useI18n()
  const mode = useMode()
  const assetsOnly = !useModel().references.schemes.includes('https')
  const problem = useProblem('prompt')
  const box = useRef<HTMLDivElement>(null)
  const mentions = useMentionList()
  const list = parts.mentions.use(mentions.query !== null)
  const material = parts.material.use(mode === 'references')
  const { onChange, onBlur, ...field } = form.register('prompt')
  const id = useId()

  return (
    <section aria-label={t('composer.prompt.label')} data-field="prompt">
      <div
        ref={box}
        className="flex flex-col rounded-lg border bg-raised focus-within:border-ring focus-within:shadow-[0_0_0_1px_var(--color-ring)] hover:not-focus-within:border-line-strong"
      >
        <div className="grid max-h-[40dvh] scroll-quiet grid-cols-[minmax(0,1fr)] overflow-y-auto">
          <PromptOverlay className={`${type} pointer-events-none text-transparent select-none`} />
          <textarea
            {...field}
            id={promptId}
            aria-label={t('composer.prompt.label')}
            aria-describedby={`${id}hint${problem ? ` ${id}problem` : ''}`}
            aria-invalid={problem?.tone === 'refusal' || undefined}
            aria-autocomplete={mode === 'references' ? 'list' : undefined}
            aria-controls={mentions.query ? mentions.listId : undefined}
            aria-activedescendant={mentions.activeId}
            placeholder={t('composer.prompt.placeholder')}
            onChange={(event) => {
              mentions.read(event.currentTarget)
              return onChange(event)
            }}
            onBlur={(event) => {
              mentions.close()
              return onBlur(event)
            }}
            onSelect={(event) => mentions.follow(event.currentTarget)}
            onKeyDown={mentions.onKeyDown}
            style={{ minHeight: startRows(mode, assetsOnly) * 23 + 16 }}
            className={`${type} relative resize-none overflow-hidden bg-transparent outline-none`}
          />
        </div>
        <div className="flex justify-between gap-3 px-3.5 pt-1 pb-2.5 text-xs text-ink-faint">
          <span id={`${id}hint`}>
            {mode === 'references'
              ? rich('composer.prompt.hintMention', {
                  key: <Kbd className="me-0.5 h-4 min-w-4 border-0 bg-hover px-0">@</Kbd>,
                })
              : t('composer.prompt.hint')}
          </span>
          <PromptCount />
        </div>
      </div>
      {mentions.query && list && <list.MentionList anchor={box} {...mentions} />}
      <Problem id={`${id}problem`} {...problem} />
      {mode === 'references' && material && <material.PromptFlags />}
    </section>
  )
}
