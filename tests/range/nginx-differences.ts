/** A request of the comparison; `range` as sent, `applies` = If-Range is absent or names this file. */
export type Asked = { method: 'GET' | 'HEAD'; range: string | undefined; applies: boolean }

export type Difference = {
  why: string
  /** Whether the rule speaks of this request. */
  covers(asked: Asked, size: number): boolean
  /** What nginx answers then, and what we do. */
  theirs: readonly number[]
  ours: number
}

const spec = (asked: Asked) =>
  asked.applies ? /^bytes=(.*)$/i.exec(asked.range ?? '')?.[1] : undefined
const single = /^[ \t]*(\d*)-(\d*)[ \t]*$/

/**
 * Everything in which we differ from nginx 1.22 on purpose. First match counts. RFC 9110 §14.2 lets a
 * server ignore or refuse a malformed Range; nginx refuses, and we ignore, as for any other unknown wish.
 */
export const differences: readonly Difference[] = [
  {
    why: 'Range is defined for GET alone (RFC 9110 §14.2); nginx applies it to HEAD too',
    covers: (asked) => asked.method === 'HEAD' && asked.applies && asked.range !== undefined,
    theirs: [206, 416],
    ours: 200,
  },
  {
    why: 'several ranges: nginx sends multipart/byteranges, or what is left of them; we send the whole file once',
    covers: (asked) => spec(asked)?.includes(',') ?? false,
    theirs: [206, 416],
    ours: 200,
  },
  {
    why: 'a range that ends before it starts is malformed (§14.1.1): nginx refuses it, we ignore it',
    covers: (asked) => {
      const [, start, end] = single.exec(spec(asked) ?? '') ?? []
      return !!start && !!end && BigInt(end) < BigInt(start)
    },
    theirs: [416],
    ours: 200,
  },
  {
    why: 'an end too large for 64 bits: nginx refuses it, we stop at the last byte like at any other too large end',
    covers: (asked, size) => {
      const [, start, end] = single.exec(spec(asked) ?? '') ?? []
      return !!start && !!end && Number(start) < size && BigInt(end) >= 2n ** 63n - 1n
    },
    theirs: [416],
    ours: 206,
  },
  {
    why: 'a suffix too large for 64 bits: nginx refuses it, we send the whole like for any other too large suffix',
    covers: (asked) => {
      const [, start, end] = single.exec(spec(asked) ?? '') ?? []
      return start === '' && !!end && BigInt(end) >= 2n ** 63n - 1n
    },
    theirs: [416],
    ours: 206,
  },
  {
    why: 'spaces within a range are malformed (§14.1.1): nginx reads over them, we ignore the range',
    covers: (asked) => /^ *\d+(?: +- *\d*| *- +\d+) *$/.test(spec(asked) ?? ''),
    theirs: [206, 416],
    ours: 200,
  },
  {
    why: 'anything else that is malformed: nginx refuses it, we ignore it',
    covers: (asked) => {
      const found = spec(asked)
      return found !== undefined && (!single.test(found) || found.trim() === '-')
    },
    theirs: [416],
    ours: 200,
  },
]
