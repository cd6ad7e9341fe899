/** Puts the focus on a clip that is in the page; says whether it was. */
export function focusClip(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-tile="${id}"] > a`)
  link?.focus({ preventScroll: true })
  return link !== null
}
