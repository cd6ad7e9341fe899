/** `system` follows the reader's machine; the cookie is read by the root layout, so nothing flashes. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'theme'

export function asTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
