import { describe, expect, it } from 'vitest'
import { translate } from './translate'

const messages = {
  plain: 'Play',
  named: '{name} costs {amount}',
  tasks: { one: '{count} task', other: '{count} tasks' },
  deep: { inside: 'found' },
}

describe('translate', () => {
  it.each([
    ['plain', undefined, 'Play'],
    ['deep.inside', undefined, 'found'],
    ['named', { name: 'A', amount: '0.40' }, 'A costs 0.40'],
    ['named', { name: 'A' }, 'A costs {amount}'],
    ['named', { name: 'A\u202eB\u2069', amount: '1' }, 'AB costs 1'],
    ['tasks', { count: 1 }, '1 task'],
    ['tasks', { count: 0 }, '0 tasks'],
    ['tasks', { count: 12_000 }, '12,000 tasks'],
    ['missing.key', undefined, 'missing.key'],
    ['deep.constructor', undefined, 'deep.constructor'],
  ])('%s with %j reads %s', (key, params, text) => {
    expect(translate(messages, 'en', key, params)).toBe(text)
  })

  it('uses the one form that a language without plurals has', () => {
    expect(translate({ n: { other: '{count} 个' } }, 'zh', 'n', { count: 1 })).toBe('1 个')
  })
})
