import { describe, expect, it } from 'vitest'
import { playerKey, type KeyCommands } from './player-keys'

/** Writes down what was asked of it. */
function recorder() {
  const heard: string[] = []
  const say =
    (name: string) =>
    (...values: (number | string)[]) => {
      heard.push([name, ...values].join(' '))
    }
  const player: KeyCommands = {
    toggle: say('toggle'),
    pause: say('pause'),
    shuttle: say('shuttle'),
    setRate: say('rate'),
    seek: say('seek'),
    jump: say('jump'),
    step: say('step'),
    mark: say('mark'),
    clearRange: say('clear'),
    toggleLoop: say('loop'),
    toggleMute: say('mute'),
    fullScreen: say('full'),
  }
  return { heard, player }
}

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

describe('playerKey', () => {
  it.each([
    [' ', 'toggle'],
    ['k', 'pause'],
    ['J', 'shuttle -1'],
    ['l', 'shuttle 1'],
    ['ArrowLeft', 'jump -1'],
    ['ArrowRight', 'jump 1'],
    [',', 'step -1'],
    ['.', 'step 1'],
    ['f', 'full'],
    ['m', 'mute'],
    ['i', 'mark from'],
    ['o', 'mark to'],
  ])('%s means %s', (key, command) => {
    const { heard, player } = recorder()
    expect(playerKey({ ...plain, key }, player)).toBe(true)
    expect(heard).toEqual([command])
  })

  it('clears the range with Shift I', () => {
    const { heard, player } = recorder()
    playerKey({ ...plain, key: 'I', shiftKey: true }, player)
    expect(heard).toEqual(['clear'])
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
    'leaves chords to the browser: %j',
    (modifier) => {
      const { heard, player } = recorder()
      expect(playerKey({ ...plain, ...modifier, key: 'f' }, player)).toBe(false)
      expect(heard).toEqual([])
    },
  )

  it('does not take other keys', () => {
    expect(playerKey({ ...plain, key: 'Tab' }, recorder().player)).toBe(false)
  })
})
