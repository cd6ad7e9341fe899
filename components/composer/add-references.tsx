import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { kindIcon } from '@/components/media/kind-icon'
import { useUploadWords } from '@/components/media/use-upload-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { linkMedia } from '@/lib/client/fix-media'
import { useI18n } from '@/lib/client/i18n'
import { kindOfName } from '@/lib/client/upload-kind'
import { problemOf, type UploadProblem } from '@/lib/client/upload-problem'
import { useComposer, useModel } from './composer-context'
import { judgeNew } from './judge-new'
import { completeReference, parseReferences } from './parse-references'
import type { ReferenceKind } from './reference-kinds'
import { referenceName } from './reference-name'
import { useFocusOnOpen } from './use-focus-on-open'
import { useIssueWords } from './use-issue-words'
import type { NewReference } from '@/lib/client/attach-references'

type AddReferencesProps = {
  kinds: readonly ReferenceKind[]
  single: boolean
  /** `more`: some could not be brought in, and are still here to be mended. */
  onAdd: (references: readonly NewReference[], more?: boolean) => void
}

/** Takes links and asset ids, many at once, says what each one is and what is wrong with it. */
export function AddReferences({ kinds, single, onAdd }: AddReferencesProps) {
  const { t } = useI18n()
  const { form } = useComposer()
  const model = useModel()
  const words = useIssueWords()
  const problemWords = useUploadWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, ReferenceKind>>>({})
  const [failed, setFailed] = useState<Readonly<Record<string, UploadProblem>>>({})
  const [fetching, setFetching] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { schemes } = model.references
  // A model that takes no links takes what is brought in from one.
  const takesLinks = schemes.includes('https')
  const [kept, setKept] = useState(false)
  const keep = kept || !takesLinks

  useFocusOnOpen(field)

  const parsed = parseReferences(text).map((part) => completeReference(part, schemes))
  const found = (single ? parsed.slice(0, 1) : parsed).map((reference): NewReference => {
    const guess = single ? 'image' : (chosen[reference] ?? kindOfName(reference))
    return { reference, kind: guess ?? kinds[0] ?? 'image' }
  })
  const judged = judgeNew(found, form.getValues(), model, { single, keep })
  const good = judged.filter(({ complaint }) => complaint === null)
  const links = good.filter(({ reference }) => reference.startsWith('https:'))

  const bringIn = async () => {
    setFetching(true)
    const problems: Record<string, UploadProblem> = {}
    const brought = await Promise.all(
      good.map(async (item): Promise<NewReference[]> => {
        if (!links.includes(item)) return [item]
        try {
          const { kind, reference } = await linkMedia(item.reference)
          return [{ kind, reference }]
        } catch (error) {
          problems[item.reference] = problemOf(error)
          return []
        }
      }),
    )
    setFetching(false)
    setFailed(problems)
    const left = Object.keys(problems)
    setText(left.join('\n'))
    onAdd(brought.flat(), left.length > 0)
  }

  const add = () => {
    if (good.length === 0) field.current?.focus()
    else if (keep && links.length > 0) void bringIn()
    else onAdd(good)
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
          {judged.map(({ reference, kind, complaint }) => {
            const problem = failed[reference]
            const said = complaint ? words(complaint) : problem && problemWords(problem)
            return (
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
                {said !== undefined && (
                  <span className="col-span-2 col-start-2 text-xs text-bad">{said}</span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {takesLinks && links.length > 0 && (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={kept}
            onChange={(event) => setKept(event.target.checked)}
            className="mt-px size-4 accent-ink"
          />
          <span>
            {t('material.link.keep')}
            <span className="block text-xs text-ink-faint">{t('material.link.keepHint')}</span>
          </span>
        </label>
      )}
      <div className="flex items-center justify-between gap-3">
        <span role="status" className="text-xs text-ink-faint">
          {judged.length > good.length &&
            t('composer.add.unfit', { count: judged.length - good.length })}
        </span>
        <Button aria-disabled={good.length === 0 || fetching} onClick={add}>
          {fetching
            ? t('material.link.fetching')
            : good.length > 1
              ? t('composer.add.several', { count: good.length })
              : t('composer.add.do')}
        </Button>
      </div>
    </div>
  )
}
