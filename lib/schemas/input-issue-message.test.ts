import { describe, expect, it } from 'vitest'
import { changeCodes } from '@/lib/models/changes'
import { inputCodes } from '@/lib/models/input-issue'
import english from '@/messages/en/input.json'
import chinese from '@/messages/zh/input.json'
import { reviewInput } from './review-input'
import { inputIssueMessage } from './input-issue-message'
import { defaultSettings } from '@/lib/models/settings'
import { ruleCases } from '@/tests/rule-cases'

const languages = [
  ['English', english],
  ['Chinese', chinese],
] as const

describe.each(languages)('the %s words', (_, words) => {
  it('cover every complaint and every change, and nothing else', () => {
    expect(Object.keys(words.issues).sort()).toEqual([...inputCodes].sort())
    expect(Object.keys(words.changes).sort()).toEqual([...changeCodes].sort())
  })

  it('leave no placeholder open in any case of the protocol', () => {
    for (const { input } of ruleCases) {
      const { issues, warnings } = reviewInput(input, defaultSettings)
      for (const { code, params } of [...issues, ...warnings]) {
        expect(inputIssueMessage(code, params, words.issues)).not.toMatch(/[{}]/)
      }
    }
  })
})

it('both languages name the same figures', () => {
  const figures = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
  for (const code of inputCodes) {
    expect([code, figures(chinese.issues[code])]).toEqual([code, figures(english.issues[code])])
  }
})

it('fills figures in as they are and leaves an unknown one visible', () => {
  expect(inputIssueMessage('prompt_too_long', { model: 'M', max: 5000 }, english.issues)).toBe(
    'The prompt has {found} characters; M takes 5000. Shorten it.',
  )
})
