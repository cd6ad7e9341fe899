/** The reader's time zone, so that the server puts their days into the first page. */
export const zoneCookie = 'zone'

export function asZone(value: string | undefined, otherwise: string): string {
  if (value === undefined || !/^[A-Za-z]/.test(value)) return otherwise
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return otherwise
  }
}
