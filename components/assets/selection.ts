export type Selection = {
  ids: ReadonlySet<string>
  /** Where a range begins: what was pressed last without Shift. */
  anchor: string | null
}

export const nothing: Selection = { ids: new Set(), anchor: null }

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Everything between the anchor and an item joins the selection, both ends included. */
export function extended(selection: Selection, id: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(selection.anchor ?? id), order.indexOf(id)]
  if (to === -1) return selection
  const start = from === -1 ? to : from
  const range = order.slice(Math.min(start, to), Math.max(start, to) + 1)
  return {
    ids: new Set([...selection.ids, ...range]),
    anchor: from === -1 ? id : (selection.anchor ?? id),
  }
}

/** All of them, or none where all are selected already. */
export function allOrNone({ ids }: Selection, order: readonly string[]): Selection {
  const whole = order.every((id) => ids.has(id))
  return whole ? nothing : { ids: new Set(order), anchor: null }
}
