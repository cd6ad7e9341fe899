const storageKey = 'dailies.awaited'
const most = 50

function read(): string[] {
  try {
    return localStorage.getItem(storageKey)?.split(',') ?? []
  } catch {
    return []
  }
}

function write(ids: readonly string[]): void {
  try {
    if (ids.length === 0) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, ids.slice(-most).join(','))
  } catch {
    // Storage may be forbidden: then only the studio tells of ends.
  }
}

/** One's own tasks that were under way when last looked at: every page of this browser tells of their end. */
export const awaited = {
  ids: read,
  add(id: string): void {
    const ids = read()
    if (!ids.includes(id)) write([...ids, id])
  },
  remove(gone: readonly string[]): void {
    const ids = read()
    const left = ids.filter((id) => !gone.includes(id))
    if (left.length < ids.length) write(left)
  },
}
