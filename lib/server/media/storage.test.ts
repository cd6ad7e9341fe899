import { describe, expect, test } from 'vitest'
import { mediaKey } from './storage'

const id = '019c2f6e-5b1a-7c3d-8e4f-a1b2c3d4e5f6'

test.each([id, `${id}.mp4`, `${id}-poster.jpg`, 'abcdefgh'])('%s is a key', (name) => {
  expect(mediaKey(name)).toBe(name)
})

const up = ['..', '%2e%2e', '%252e%252e', '．．', '..;', '. .', '...']
const separators = ['/', '\\', '%2f', '%5c', '%252f', '／', '∕', '%c0%af', '\u2215']
const targets = ['etc/passwd', 'abcdefgh', `${id}.mp4`, 'windows\\win.ini']
const traversals = up.flatMap((dots) =>
  separators.flatMap((separator) =>
    targets.flatMap((target) => [
      `${dots}${separator}${target}`,
      `abcdefgh${separator}${dots}${separator}${target}`,
    ]),
  ),
)

test(`${traversals.length} ways of leaving the folder are no keys`, () => {
  expect(traversals.filter((name) => !throws(name))).toEqual([])
})

describe('other names that are no keys', () => {
  test.each([
    ['', 'nothing'],
    ['abc', 'too short, as every device name of Windows is'],
    ['con.mp4', 'a device of Windows'],
    ['.abcdefgh', 'hidden'],
    ['abcdefgh.', 'a bare dot'],
    ['abcdefgh.mp4.exe', 'two extensions'],
    ['Abcdefgh', 'capitals, which some disks do not tell apart'],
    ['-abcdefgh', 'looks like an option'],
    ['abcdefgh~partial', 'what partials are called'],
    ['abc defgh', 'a space'],
    ['abcdefgh\n', 'a line break'],
    ['abcdefgh\0.mp4', 'a zero byte'],
    ['äbcdefgh', 'a letter with two spellings'],
    ['a'.repeat(101), 'too long'],
    ['/abcdefgh', 'absolute'],
    ['c:abcdefgh', 'a drive'],
  ])('%j: %s', (name) => {
    expect(() => mediaKey(name)).toThrow(RangeError)
  })
})

function throws(name: string): boolean {
  try {
    mediaKey(name)
    return false
  } catch {
    return true
  }
}
