'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { activeEntry } from '@/lib/client/draft-state'
import { getDrafts } from '@/lib/client/draft-store'
import { useI18n } from '@/lib/client/i18n'
import { ChangeLine } from './change-line'
import { ComposerProvider, type ComposerConfig } from './composer-context'
import { DraftTabs } from './draft-tabs'
import { MaterialField } from './material-field'
import { ModeField } from './mode-field'
import { ModelButton } from './model-button'
import { Output } from './output'
import { loadParts, parts } from './parts'
import { PayBar } from './pay-bar'
import { PromptField } from './prompt-field'
import { useDraftForm } from './use-draft-form'
import { useFileDrop } from './use-file-drop'
import { useGenerate } from './use-generate'

/** Milliseconds: two presses of a key that are closer than this are meant as one. */
const doublePress = 500

// One element for ever: the form's own renders stop here, and each section follows its own values.
const sections = (
  <>
    <DraftTabs />
    <ModelButton />
    <ChangeLine />
    <ModeField />
    <PromptField />
    <MaterialField />
    <Output />
  </>
)

/** The form that makes a task. It fills the pane it stands in. */
export function Composer({ config }: { config: ComposerConfig }) {
  const { t } = useI18n()
  const root = useRef<HTMLFormElement>(null)
  const lastPress = useRef(-Infinity)
  const form = useDraftForm(config.settings)
  const { submit, recheck, sending, failure } = useGenerate(form)
  const restored = useRestored(config)
  const { hanging, onPaste } = useFileDrop()
  const drop = parts.attach.use(hanging)
  const [context] = useState(() => ({ form, config, recheck }))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    if (event.metaKey || event.ctrlKey) {
      event.preventDefault()
      if (!event.repeat && event.timeStamp - lastPress.current > doublePress) {
        root.current?.requestSubmit()
      }
      lastPress.current = event.timeStamp
    } else if (event.target instanceof HTMLInputElement) {
      // Enter in a field would send the form; what costs money takes a press of its own.
      event.preventDefault()
    }
  }

  return (
    <ComposerProvider value={context}>
      <form
        ref={root}
        noValidate
        aria-label={t('composer.label')}
        onFocus={loadParts}
        onPointerEnter={loadParts}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        data-dropping={hanging || undefined}
        onSubmit={(event) => {
          event.preventDefault()
          void submit(event.currentTarget)
        }}
        className={cx('relative flex min-h-0 min-w-0 flex-1 flex-col', !restored && 'invisible')}
      >
        <div className="flex min-h-0 flex-1 scroll-quiet flex-col gap-4 overflow-auto px-5 pt-4 pb-5 max-desk:overflow-visible max-desk:px-4 max-desk:pt-3 max-desk:pb-6">
          {sections}
        </div>
        <PayBar sending={sending} failure={failure} />
        {hanging && drop && <drop.DropOverlay />}
      </form>
    </ComposerProvider>
  )
}

/** Stored drafts are shown once they are whole: with the code of their material and of their tabs. */
function useRestored({ drafted = false }: ComposerConfig): boolean {
  const [restored, setRestored] = useState(!drafted)
  useEffect(() => {
    if (restored) return
    const drafts = getDrafts()
    const material = activeEntry(drafts).draft.mode !== 'text' && parts.material.load()
    const tabs = drafts.open.length > 1 && parts.drafts.load()
    void Promise.allSettled([material, tabs]).then(() => setRestored(true))
  }, [restored])
  return restored
}
