/**
 * How a reference is called on its tile: the file's name and where it lies. Nothing is fetched from
 * that place to show it.
 */
export function referenceName(reference: string): { name: string; place: string } {
  const asset = /^asset:\/\/(.+)$/.exec(reference)?.[1]
  if (asset !== undefined) return { name: asset, place: 'asset' }
  if (!URL.canParse(reference)) return { name: reference, place: '' }
  const { host, pathname } = new URL(reference)
  const last = pathname.split('/').findLast((part) => part !== '')
  return { name: last === undefined ? host : decode(last), place: host }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
