import { expect, test } from 'vitest'
import { parseRange, type RangeVerdict } from './range'

const size = 1000
const far = '9'.repeat(400)

const cases: [header: string | null, verdict: RangeVerdict, why: string][] = [
  [null, 'whole', 'no header'],
  ['', 'whole', 'an empty header'],
  ['bytes=0-99', { start: 0, end: 99 }, 'both ends'],
  ['bytes=0-0', { start: 0, end: 0 }, 'one byte'],
  ['bytes=999-999', { start: 999, end: 999 }, 'the last byte'],
  ['bytes=500-', { start: 500, end: 999 }, 'an open end'],
  ['bytes=0-', { start: 0, end: 999 }, 'everything, which is still partial content'],
  ['bytes=-1', { start: 999, end: 999 }, 'a suffix'],
  ['bytes=-1000', { start: 0, end: 999 }, 'a suffix of the whole size'],
  ['bytes=-5000', { start: 0, end: 999 }, 'a suffix longer than the file'],
  [`bytes=-${far}`, { start: 0, end: 999 }, 'a suffix too long for a double'],
  ['bytes=900-5000', { start: 900, end: 999 }, 'an end past the file'],
  [`bytes=900-${far}`, { start: 900, end: 999 }, 'an end too large for a double'],
  ['bytes=0000900-0000901', { start: 900, end: 901 }, 'leading zeros'],
  ['Bytes=1-2', { start: 1, end: 2 }, 'the unit in capitals'],
  ['bytes= 1-2 ', { start: 1, end: 2 }, 'space around the range'],
  ['bytes=1000-', 'unsatisfiable', 'a start at the end'],
  ['bytes=1000-1001', 'unsatisfiable', 'a start past the end'],
  [`bytes=${far}-`, 'unsatisfiable', 'a start too large for a double'],
  ['bytes=-0', 'unsatisfiable', 'a suffix of nothing'],
  ['bytes=5-3', 'whole', 'ends the wrong way round'],
  ['bytes=-', 'whole', 'no figures'],
  ['bytes=', 'whole', 'no range'],
  ['bytes', 'whole', 'no equals sign'],
  ['bytes=a-b', 'whole', 'letters'],
  ['bytes=1.5-2', 'whole', 'a fraction'],
  ['bytes=+1-2', 'whole', 'a sign'],
  ['bytes=--5', 'whole', 'two dashes'],
  ['bytes=0x1-0x2', 'whole', 'hexadecimal'],
  ['bytes=１-２', 'whole', 'digits that are not ASCII'],
  ['bytes=0-1,5-6', 'whole', 'several ranges'],
  ['bytes=0-1,', 'whole', 'a trailing comma'],
  ['bytes =0-1', 'whole', 'space before the equals sign'],
  ['seconds=0-1', 'whole', 'a foreign unit'],
]

test.each(cases)('%s is %o: %s', (header, verdict) => {
  expect(parseRange(header, size)).toEqual(verdict)
})

test.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])(
  '%s of an empty file cannot be satisfied',
  (header) => {
    expect(parseRange(header, 0)).toBe('unsatisfiable')
  },
)
