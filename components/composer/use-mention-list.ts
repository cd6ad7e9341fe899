import { useId, useState, type KeyboardEvent } from 'react'
import { useI18n } from '@/lib/client/i18n'
import type { DraftInput } from '@/lib/models/draft'
import { fieldOf, mentionKinds, mentionText, type MentionLanguage } from '@/lib/models/mentions'
import { useComposer } from './composer-context'
import { insertText } from './insert-text'
import { mentionQuery, type MentionQuery } from './mention-query'
import { useMode } from './use-mode'
import type { ReferenceKind } from './reference-kinds'

export type MentionOption = { kind: ReferenceKind; mention: string; reference: string }

type OpenList = {
  query: MentionQuery
  options: readonly MentionOption[]
  active: number
  field: HTMLTextAreaElement
}

function optionsFor(text: string, values: DraftInput, language: MentionLanguage): MentionOption[] {
  const wanted = text.toLowerCase()
  return mentionKinds.flatMap((kind) =>
    values[fieldOf[kind]].flatMap((reference, at) => {
      const mention = mentionText(kind, at + 1, language)
      const name = mention.slice(1).toLowerCase()
      return name.startsWith(wanted) && name !== wanted ? [{ kind, mention, reference }] : []
    }),
  )
}

/** The list that an `@` opens: the focus stays in the prompt, which reads its keys first. */
export function useMentionList() {
  const { form } = useComposer()
  const { locale } = useI18n()
  const mode = useMode()
  const listId = useId()
  const [list, setList] = useState<OpenList | null>(null)
  const close = () => setList(null)

  const read = (field: HTMLTextAreaElement) => {
    if (mode !== 'references') return
    const query = mentionQuery(field.value, field.selectionStart)
    const options = query === null ? [] : optionsFor(query.text, form.getValues(), locale)
    setList(query !== null && options.length > 0 ? { query, options, active: 0, field } : null)
  }

  const choose = ({ mention }: MentionOption) => {
    if (list === null) return
    const gap = /^\s/.test(list.field.value.slice(list.query.end)) ? '' : ' '
    insertText(list.field, mention + gap, list.query.start, list.query.end)
    close()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (list === null || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey) return
    const { options, active } = list
    const option = options[active]
    if (event.key === 'ArrowDown') setList({ ...list, active: (active + 1) % options.length })
    else if (event.key === 'ArrowUp') {
      setList({ ...list, active: (active - 1 + options.length) % options.length })
    } else if ((event.key === 'Enter' || event.key === 'Tab') && option) choose(option)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return {
    listId,
    query: list?.query ?? null,
    options: list?.options ?? [],
    active: list?.active ?? 0,
    activeId: list === null ? undefined : `${listId}-${list.active}`,
    /** After the words changed. */
    read,
    /** After the caret moved: away from the mention, the list closes. */
    follow(field: HTMLTextAreaElement) {
      if (list !== null && mentionQuery(field.value, field.selectionStart) === null) close()
    },
    choose,
    close,
    onKeyDown,
  }
}
