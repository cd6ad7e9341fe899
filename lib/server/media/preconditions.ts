import 'server-only'

/** What validates a stored file: a strong entity-tag with its quotes, and a date in whole seconds. */
export type Validators = { etag: string; lastModified: Date }

export type Verdict = 'go' | 'not_modified' | 'precondition_failed'

/** The preconditions of a GET or HEAD in the order of RFC 9110 §13.2.2; `If-Range` comes after. */
export function judgePreconditions(headers: Headers, validators: Validators): Verdict {
  const ifMatch = headers.get('if-match')
  const unmodifiedSince = httpDate(headers.get('if-unmodified-since'))
  const date = seconds(validators.lastModified)
  if (ifMatch !== null) {
    if (!lists(ifMatch, validators.etag, 'strong')) return 'precondition_failed'
  } else if (unmodifiedSince !== null && date > unmodifiedSince) {
    return 'precondition_failed'
  }

  const ifNoneMatch = headers.get('if-none-match')
  const modifiedSince = httpDate(headers.get('if-modified-since'))
  if (ifNoneMatch !== null) {
    if (lists(ifNoneMatch, validators.etag, 'weak')) return 'not_modified'
  } else if (modifiedSince !== null && date <= modifiedSince) {
    return 'not_modified'
  }
  return 'go'
}

/** Whether a Range may be honoured: `If-Range` is absent, or names exactly this file (§13.1.5). */
export function rangeMayApply(headers: Headers, validators: Validators): boolean {
  const ifRange = headers.get('if-range')?.trim()
  if (ifRange === undefined) return true
  if (ifRange.endsWith('"')) return ifRange === validators.etag
  return httpDate(ifRange) === seconds(validators.lastModified)
}

function lists(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true
  const tags = header.match(/(?:W\/)?"[^"]*"/g) ?? []
  return tags.some((tag) => (comparison === 'weak' ? tag.replace(/^W\//, '') : tag) === etag)
}

/** Seconds since 1970, or null for anything that is not an HTTP date. */
function httpDate(text: string | null): number | null {
  if (text === null || !/ GMT$/.test(text.trim())) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time / 1000
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
