/** `6 December 2026`, where whoever asks is. */
export function dayOf(iso: string, tag: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const
  return new Intl.DateTimeFormat(tag, options).format(new Date(iso))
}
