/**
 * Moves the focus to the first field, from top to bottom, that has an error. A list without a
 * control of its own hands it to its items or its Add button. A slider is never wrong: the number
 * field beside it is.
 */
export function focusFirst(root: HTMLElement, errors: object): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-field]')) {
    if (!Object.hasOwn(errors, place.dataset.field ?? '')) continue
    const target =
      place.querySelector<HTMLElement>('textarea, input:not([type=range]), button') ??
      place.closest('section')?.querySelector<HTMLElement>('[data-add], [data-reference]')
    target?.focus()
    place.scrollIntoView({ block: 'nearest' })
    return
  }
}
