'use client'

import { createContext, useContext, type ReactNode } from 'react'
import { useWatch, type FieldPathValue, type UseFormReturn } from 'react-hook-form'
import { getModel, models, type Model } from '@/lib/models/capabilities'
import type { DraftInput } from '@/lib/models/draft'
import type { Settings } from '@/lib/models/settings'
import type { TaskInput } from '@/lib/schemas/task-input'

export type ComposerConfig = {
  /** Without a key the simulator answers, and nothing costs anything. */
  simulated: boolean
  settings: Settings
  /** This browser has drafts of its own: an empty form is not shown before they are. */
  drafted?: boolean
}

export type DraftForm = UseFormReturn<DraftInput, unknown, TaskInput>

type ComposerContextValue = {
  form: DraftForm
  config: ComposerConfig
  /** After a first press of Generate: judges all fields again, since material matters to several. */
  recheck: () => void
}

const ComposerContext = createContext<ComposerContextValue | null>(null)

/** The value keeps its identity, so this context never renders anything again. */
export function ComposerProvider({
  value,
  children,
}: {
  value: ComposerContextValue
  children: ReactNode
}) {
  return <ComposerContext value={value}>{children}</ComposerContext>
}

export function useComposer(): ComposerContextValue {
  const context = useContext(ComposerContext)
  if (context === null) throw new Error('useComposer needs a ComposerProvider above it')
  return context
}

export type DraftField = keyof DraftInput

/** One field's value; only the component that asks renders when it changes. */
export function useValue<Name extends DraftField>(name: Name): FieldPathValue<DraftInput, Name> {
  return useWatch({ control: useComposer().form.control, name, exact: true })
}

export function useModel(): Model {
  return knownModel(useValue('model'))
}

/** The model of an id; a draft whose model is gone falls back to the first of the table. */
export function knownModel(id: string): Model {
  const model = getModel(id) ?? models[0]
  if (model === undefined) throw new Error('the capability table is empty')
  return model
}
