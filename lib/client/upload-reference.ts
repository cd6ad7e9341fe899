const scheme = 'upload://'

/** The place that a draft keeps for a file on its way: numbered and mentioned like any reference. */
export function uploadReference(id: string): string {
  return scheme + id
}

/** The upload that a reference stands for; null for any other. */
export function uploadId(reference: string): string | null {
  return reference.startsWith(scheme) ? reference.slice(scheme.length) : null
}
