import { useRef, useState, type DragEvent } from 'react'
import { useI18n } from '@/lib/client/i18n'
import { fieldOf, mentionText } from '@/lib/models/mentions'
import { useValue } from './composer-context'
import { useMentionFlags } from './mention-flags'
import { problemIdOf } from './problem-id'
import type { ReferenceKind } from './reference-kinds'
import { ReferenceRow } from './reference-row'
import { ReferenceTile } from './reference-tile'
import { useReferences } from './use-references'

type ReferenceListProps = {
  /** The tray's, from which the ids of what is wrong are made. */
  id: string
  kind: ReferenceKind
  look: 'tiles' | 'rows'
  /** How full the list is, said under its last tile. */
  caption: string | undefined
  onMoved: (message: string) => void
}

/** The references of one kind, in the order the prompt numbers them. */
export function ReferenceList({ id, kind, look, caption, onMoved }: ReferenceListProps) {
  const { t, locale } = useI18n()
  const field = fieldOf[kind]
  const references = useValue(field)
  const { unused } = useMentionFlags()
  const { move, remove } = useReferences()
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null)

  const moveTo = (from: number, to: number) => {
    move(kind, from, to)
    const name = mentionText(kind, from + 1, locale).slice(1)
    onMoved(t('composer.material.moved', { name, place: to + 1, count: references.length }))
  }

  const dragOf = (at: number) => ({
    target: drag !== null && drag.over === at && drag.from !== at,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', references[at] ?? '')
      setDrag({ from: at, over: at })
    },
    onDragOver: (event: DragEvent) => {
      if (drag === null) return
      event.preventDefault()
      if (drag.over !== at) setDrag({ ...drag, over: at })
    },
    onDragEnd: () => setDrag(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      if (drag !== null && drag.from !== at) moveTo(drag.from, at)
      setDrag(null)
    },
  })

  const removeAt = (at: number) => {
    remove(kind, at)
    requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('[data-reference]')
      const next = left?.[Math.min(at, left.length - 1)]
      const add = list.current?.closest('section')?.querySelector<HTMLElement>('[data-add]')
      ;(next ?? add)?.focus()
    })
  }

  const Item = look === 'tiles' ? ReferenceTile : ReferenceRow
  if (references.length === 0) return null
  return (
    <ul
      ref={list}
      data-kind-list
      aria-label={t(`composer.kinds.${kind}`)}
      className={look === 'tiles' ? 'contents' : 'divide-y'}
    >
      {references.map((reference, at) => (
        <Item
          key={at}
          kind={kind}
          reference={reference}
          at={at}
          count={references.length}
          mention={mentionText(kind, at + 1, locale)}
          problemId={problemIdOf(id, kind, at)}
          caption={at === references.length - 1 ? caption : undefined}
          unused={unused.some((item) => item.kind === kind && item.number === at + 1)}
          onMove={moveTo}
          onRemove={() => removeAt(at)}
          dragging={dragOf(at)}
        />
      ))}
    </ul>
  )
}
