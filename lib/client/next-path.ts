const ownPath = /^\/(?![/\\])[^\s\\]*$/

/** Where to go after signing in: a path of ours, never another site's. */
export function asNextPath(value: string | null | undefined): string {
  return value && value.length <= 2048 && ownPath.test(value) ? value : '/'
}

/** The way to sign in that comes back to this page. */
export function signInPath(location: Pick<Location, 'pathname' | 'search'>): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
}
