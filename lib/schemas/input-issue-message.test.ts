import { describe, expect, it } from 'vitest'
import { changeCodes } from '@/lib/models/changes'
import { models } from '@/lib/models/capabilities'
import { inputCodes } from '@/lib/models/input-issue'
import { judge } from '@/lib/models/judge'
import english from '@/messages/en/input.json'
import chinese from '@/messages/zh/input.json'
import { reviewInput } from './review-input'
import { inputIssueMessage } from './input-issue-message'
import { defaultSettings } from '@/lib/models/settings'
import { limitCases } from '@/tests/limit-facts'
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

  it('leave none open in any limit of the material', () => {
    const fields = { image: 'images', video: 'reference_videos', audio: 'reference_audios' }
    for (const { outside } of limitCases) {
      for (const { id } of models) {
        const input = {
          model: id,
          prompt: 'x',
          [fields[outside[0]?.kind ?? 'image']]: ['media://'],
        }
        for (const { code, params } of judge(input, defaultSettings, () => outside[0])) {
          expect(inputIssueMessage(code, params, words.issues)).not.toMatch(/[{}]/)
        }
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
