import { describe, expect, it } from 'vitest'
import { inGroups, matching, type Command } from './command'

const command = (name: string, rest: Partial<Command> = {}): Command => ({
  id: name,
  group: 'go',
  icon: 'search',
  name,
  run: () => {},
  ...rest,
})
const names = (commands: Command[]) => commands.map(({ name }) => name)

describe('what the palette finds', () => {
  const all = [
    command('Gallery'),
    command('Dark theme', { group: 'look', words: 'appearance night' }),
    command('深色', { group: 'look' }),
  ]

  it('is everything when nothing is asked', () => {
    expect(matching(all, '  ')).toEqual(all)
  })

  it.each([
    ['gal', ['Gallery']],
    ['THEME dark', ['Dark theme']],
    ['night', ['Dark theme']],
    ['深', ['深色']],
    ['dark gallery', []],
  ])('for %j is %j', (query, expected) => {
    expect(names(matching(all, query))).toEqual(expected)
  })

  it('holds what the server found, whatever its name', () => {
    expect(names(matching([command('A storm', { found: true })], 'weather'))).toEqual(['A storm'])
  })

  it('comes group by group', () => {
    const mixed = [
      command('theme', { group: 'look' }),
      command('draft', { group: 'do' }),
      command('clip', { group: 'tasks' }),
    ]
    const told = (order: 'rest' | 'query') =>
      inGroups(mixed, order).map(([group, own]) => [group, ...names(own)])
    expect(told('rest')).toEqual([
      ['do', 'draft'],
      ['tasks', 'clip'],
      ['look', 'theme'],
    ])
    expect(told('query').map(([group]) => group)).toEqual(['do', 'look', 'tasks'])
  })
})
