import { describe, expect, test } from 'vitest'
import { judgePreconditions, rangeMayApply, type Verdict } from './preconditions'

const validators = { etag: '"abc"', lastModified: new Date('2026-11-22T10:00:00.900Z') }
const sameSecond = 'Sun, 22 Nov 2026 10:00:00 GMT'
const before = 'Sun, 22 Nov 2026 09:59:59 GMT'
const later = 'Sun, 22 Nov 2026 10:00:01 GMT'

describe('preconditions', () => {
  const cases: [headers: Record<string, string>, verdict: Verdict][] = [
    [{}, 'go'],
    [{ 'if-none-match': '"abc"' }, 'not_modified'],
    [{ 'if-none-match': 'W/"abc"' }, 'not_modified'],
    [{ 'if-none-match': '"x", "abc"' }, 'not_modified'],
    [{ 'if-none-match': '"a,b", W/"abc"' }, 'not_modified'],
    [{ 'if-none-match': '*' }, 'not_modified'],
    [{ 'if-none-match': '"x"' }, 'go'],
    [{ 'if-none-match': 'abc' }, 'go'],
    [{ 'if-modified-since': sameSecond }, 'not_modified'],
    [{ 'if-modified-since': later }, 'not_modified'],
    [{ 'if-modified-since': before }, 'go'],
    [{ 'if-modified-since': 'yesterday' }, 'go'],
    [{ 'if-modified-since': '2026-11-23' }, 'go'],
    [{ 'if-none-match': '"x"', 'if-modified-since': later }, 'go'],
    [{ 'if-match': '"abc"' }, 'go'],
    [{ 'if-match': '*' }, 'go'],
    [{ 'if-match': 'W/"abc"' }, 'precondition_failed'],
    [{ 'if-match': '"x"' }, 'precondition_failed'],
    [{ 'if-match': '"x"', 'if-none-match': '"abc"' }, 'precondition_failed'],
    [{ 'if-unmodified-since': sameSecond }, 'go'],
    [{ 'if-unmodified-since': before }, 'precondition_failed'],
    [{ 'if-match': '"abc"', 'if-unmodified-since': before }, 'go'],
  ]
  test.each(cases)('%o gives %s', (headers, verdict) => {
    expect(judgePreconditions(new Headers(headers), validators)).toBe(verdict)
  })
})

describe('If-Range', () => {
  const cases: [value: string | null, applies: boolean][] = [
    [null, true],
    ['"abc"', true],
    [' "abc" ', true],
    ['W/"abc"', false],
    ['"abd"', false],
    ['abc', false],
    [sameSecond, true],
    [before, false],
    [later, false],
    ['', false],
  ]
  test.each(cases)('%s: range honoured is %s', (value, applies) => {
    const headers = new Headers(value === null ? {} : { 'if-range': value })
    expect(rangeMayApply(headers, validators)).toBe(applies)
  })
})
