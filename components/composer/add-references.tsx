import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useI18n } from '@/lib/client/i18n'
import { useComposer, useModel } from './composer-context'
import { judgeNew } from './judge-new'
import { completeReference, kindOf, parseReferences } from './parse-references'
import { kindIcon, type ReferenceKind } from './reference-kinds'
import { referenceName } from './reference-name'
import { useFocusOnOpen } from './use-focus-on-open'
import { useIssueWords } from './use-issue-words'
import type { NewReference } from './use-references'

type AddReferencesProps = {
  kinds: readonly ReferenceKind[]
  single: boolean
  onAdd: (references: readonly NewReference[]) => void
}

/** Takes links and asset ids, many at once, says what each one is and what is wrong with it. */
export function AddReferences({ kinds, single, onAdd }: AddReferencesProps) {
  const { t } = useI18n()
  const { form } = useComposer()
  const model = useModel()
  const words = useIssueWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, ReferenceKind>>>({})
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { schemes } = model.references

  useFocusOnOpen(field)

  const parsed = parseReferences(text).map((part) => completeReference(part, schemes))
  const found = (single ? parsed.slice(0, 1) : parsed).map((reference): NewReference => {
    const guess = single ? 'image' : (chosen[reference] ?? kindOf(reference))
    return { reference, kind: guess ?? kinds[0] ?? 'image' }
  })
  const judged = judgeNew(found, form.getValues(), model, single)
  const good = judged.filter(({ complaint }) => complaint === null)

  const add = () => {
    if (good.length > 0) onAdd(good)
    else field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // The field stands inside the composer's form: Enter belongs to this field alone.
    event.stopPropagation()
    if (event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }

  const accepts = schemes.length > 1 ? 'both' : (schemes[0] ?? 'https')
  return (
    <div className="grid gap-2.5">
      <label htmlFor={id} className="font-medium">
        {single ? t(`composer.add.one.${accepts}`) : t(`composer.add.many.${accepts}`)}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={single ? 2 : 3}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        placeholder={accepts === 'asset' ? 'asset-…' : 'https://…'}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="w-full resize-none rounded-md border bg-bg px-2.5 py-2 text-sm wrap-anywhere"
      />
      {judged.length > 0 && (
        <ul className="grid max-h-56 scroll-quiet gap-2 overflow-auto">
          {judged.map(({ reference, kind, complaint }) => (
            <li key={reference} className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2">
              <Icon name={kindIcon[kind]} className="text-ink-faint" />
              <span className="truncate" title={reference}>
                {referenceName(reference).name}
              </span>
              {!single && (
                <select
                  aria-label={t('composer.add.kind', { name: referenceName(reference).name })}
                  value={kind}
                  onChange={(event) => {
                    const next = kinds.find((value) => value === event.target.value)
                    if (next) setChosen({ ...chosen, [reference]: next })
                  }}
                  className="h-7 rounded-sm border bg-raised px-1 text-xs"
                >
                  {(kinds.includes(kind) ? kinds : [...kinds, kind]).map((value) => (
                    <option key={value} value={value}>
                      {t(`composer.kind.${value}`)}
                    </option>
                  ))}
                </select>
              )}
              {complaint !== null && (
                <span className="col-span-2 col-start-2 text-xs text-bad">{words(complaint)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-center justify-between gap-3">
        <span role="status" className="text-xs text-ink-faint">
          {judged.length > good.length &&
            t('composer.add.unfit', { count: judged.length - good.length })}
        </span>
        <Button aria-disabled={good.length === 0} onClick={add}>
          {good.length > 1
            ? t('composer.add.several', { count: good.length })
            : t('composer.add.do')}
        </Button>
      </div>
    </div>
  )
}
