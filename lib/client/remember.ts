const year = 365 * 24 * 60 * 60

/** Keeps a preference where the server can read it before it renders: in a cookie, for a year. */
export function remember(cookie: string, value: string): void {
  document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`
}
