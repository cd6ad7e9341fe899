import { describe, expect, it, vi } from 'vitest'
import { shareKey } from './share-keys'

const commands = () => ({
  toggle: vi.fn(),
  jump: vi.fn(),
  toggleLoop: vi.fn(),
  toggleMute: vi.fn(),
  fullScreen: vi.fn(),
})
const press = (key: string, held = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('a key', () => {
  it.each([
    [' ', 'toggle', []],
    ['ArrowLeft', 'jump', [-1]],
    ['ArrowRight', 'jump', [1]],
    ['f', 'fullScreen', []],
    ['M', 'toggleMute', []],
    ['l', 'toggleLoop', []],
  ] as const)('%j does %s', (key, name, given) => {
    const all = commands()
    expect(shareKey(press(key), all)).toBe(true)
    expect(all[name]).toHaveBeenCalledWith(...given)
    expect(Object.values(all).flatMap(({ mock }) => mock.calls)).toHaveLength(1)
  })

  it.each([
    press('x'),
    press('toString'),
    press('f', { metaKey: true }),
    press('l', { ctrlKey: true }),
  ])('is left to the browser: %j', (pressed) => {
    const all = commands()
    expect(shareKey(pressed, all)).toBe(false)
    expect(Object.values(all).flatMap(({ mock }) => mock.calls)).toEqual([])
  })
})
