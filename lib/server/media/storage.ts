import 'server-only'

declare const mediaKeyBrand: unique symbol

/** The name of one stored file. Only `mediaKey` makes one, so a driver never sees an unsafe name. */
export type MediaKey = string & { readonly [mediaKeyBrand]: true }

/**
 * Lower case, one optional extension, and a stem of at least eight characters: no separators, no
 * leading dot, no two names that a case-blind disk would merge, no device name of Windows.
 */
const keyPattern = /^[a-z0-9][a-z0-9-]{6,98}[a-z0-9](\.[a-z0-9]{1,5})?$/

/** Throws a RangeError for anything that is not a safe name. */
export function mediaKey(name: string): MediaKey {
  if (!isMediaKey(name)) throw new RangeError('Not a media key')
  return name
}

export function isMediaKey(name: string): name is MediaKey {
  return keyPattern.test(name)
}

/** `bytes` is the whole size. */
export type StoredMedia = { bytes: number; modifiedAt: Date }

/** Both ends inclusive, as in HTTP; an `end` past the file stops at its last byte. */
export type ByteSpan = { start: number; end: number }

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** `seconds` is how long the link works, at most a week. */
export type LinkOptions = {
  seconds: number
  /** What the answer shall say of itself. */
  contentType?: string
  /** A whole Content-Disposition value, from `contentDisposition`. */
  disposition?: string
}

/** `bytes` and `type` are what the upload must have: the link takes no other. */
export type UploadOptions = { bytes: number; type: string; seconds: number }

/** A browser sends the bytes to `url` with these headers and its own Content-Length. */
export type SignedUpload = { url: string; method: 'PUT'; headers: Record<string, string> }

/** A file on its way in. `note` is whatever the writer needs to go on after a crash. */
export type PartialMedia = { bytes: number; note: string }

/**
 * Where media live. Under a key there is a whole file or none; beside it there may be one partial,
 * which survives a killed process and which no reader of whole files can see.
 */
export type Storage = {
  head(key: MediaKey): Promise<StoredMedia | null>
  /** The file or a span of it, with at most 64 KiB in memory; null when there is none. */
  read(key: MediaKey, span?: ByteSpan): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>
  /** Replaces the file in one step; when the source throws, what was there stays. */
  write(key: MediaKey, source: ByteSource): Promise<StoredMedia>
  /** Lends the file as a path on this machine for as long as `borrow` runs; null when there is none. */
  withFile<T>(key: MediaKey, borrow: (path: string) => Promise<T>): Promise<T | null>
  /** Removes file and partial; nothing there is fine. */
  remove(key: MediaKey): Promise<void>
  /** Every whole file, in no particular order; none twice. */
  keys(): AsyncIterable<MediaKey>
  /** A link that anyone who has it can read the file by; null where there is no server to do so. */
  signedUrl(key: MediaKey, options: LinkOptions): Promise<string | null>
  /** Permission to put a file there from a browser; null where there is no server to take it. */
  signedUpload(key: MediaKey, options: UploadOptions): Promise<SignedUpload | null>

  partial(key: MediaKey): Promise<PartialMedia | null>
  /** Begins an empty partial and drops the one before it; a writer still holding that one writes into nothing. */
  begin(key: MediaKey, note: string): Promise<void>
  /**
   * Cuts the partial to `offset` bytes and adds the source; returns the new size. When the source
   * throws, what had arrived stays.
   */
  append(key: MediaKey, offset: number, source: ByteSource): Promise<number>
  readPartial(
    key: MediaKey,
    span?: ByteSpan,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>
  /** Drops the partial and keeps the file; also what a process that died between the two has left. */
  discard(key: MediaKey): Promise<void>
  /** Makes the partial the file, durably. Throws when it does not have exactly `bytes` bytes. */
  commit(key: MediaKey, bytes: number): Promise<StoredMedia>
}
