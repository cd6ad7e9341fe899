import type { MediaKind } from '@/lib/schemas/media'
import { asWholeNumber, asWords, fieldsIn, itemsIn, oneOf } from '@/lib/models/lenient'

/** What outlives the page of an upload that has not ended: enough to know its file again. */
export type UploadRecord = { id: string; name: string; bytes: number; kind: MediaKind }

const storageKey = 'dailies.uploads'
const asKind = oneOf<MediaKind>(['image', 'video', 'audio'])

function readRecord(value: unknown): UploadRecord | undefined {
  const record = fieldsIn(value)
  const [id, name] = [asWords(record.id), asWords(record.name)]
  const [bytes, kind] = [asWholeNumber(record.bytes), asKind(record.kind)]
  if (id === undefined || name === undefined || bytes === undefined || kind === undefined)
    return undefined
  return { id, name, bytes, kind }
}

/** The uploads that an earlier page left unfinished. */
export function storedUploads(): UploadRecord[] {
  try {
    return itemsIn(JSON.parse(localStorage.getItem(storageKey) ?? '[]'), readRecord)
  } catch {
    return []
  }
}

/** Changes what is stored; other tabs write here too, so it is read anew each time. */
export function storeUploads(change: (records: UploadRecord[]) => UploadRecord[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(change(storedUploads())))
  } catch {
    // Storage may be full or forbidden: unfinished uploads then end with the page.
  }
}
