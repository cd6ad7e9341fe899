import { useCallback, useEffect, useRef, useState } from 'react'
import type { Media } from '@/lib/schemas/media'
import { allOrNone, extended, nothing, toggled, type Selection } from './selection'

/** What is selected of the items shown, in the order of selecting; what is no longer shown no longer counts. */
export function useSelection(items: readonly Media[]) {
  const [selection, setSelection] = useState<Selection>(nothing)
  const order = useRef<string[]>([])
  useEffect(() => {
    order.current = items.map(({ id }) => id)
  })
  const select = useCallback(
    (id: string, range: boolean) =>
      setSelection((now) => (range ? extended(now, id, order.current) : toggled(now, id))),
    [],
  )
  const selectAll = useCallback(() => setSelection((now) => allOrNone(now, order.current)), [])
  const clear = useCallback(() => setSelection(nothing), [])
  const shown = new Map(items.map((item) => [item.id, item]))
  const selected = [...selection.ids].flatMap((id) => shown.get(id) ?? [])
  return { ids: selection.ids, selected, select, selectAll, clear }
}
