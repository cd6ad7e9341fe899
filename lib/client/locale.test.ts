import { describe, expect, it } from 'vitest'
import { chooseLocale } from './locale'

describe('chooseLocale', () => {
  it.each([
    ['the cookie above all', 'zh', 'en', 'zh'],
    ['the browser without a cookie', undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['the weights, not the order', undefined, 'en;q=0.3, zh-TW;q=0.9', 'zh'],
    ['the first language that is spoken here', undefined, 'fr-FR, de;q=0.9, zh;q=0.5', 'zh'],
    ['no language that is refused', undefined, 'zh;q=0, en', 'en'],
    ['English when nothing fits', undefined, 'fr', 'en'],
    ['English when nothing is said', undefined, null, 'en'],
    ['the browser when the cookie is not a language', 'xx', 'zh', 'zh'],
  ] as const)('follows %s', (_, cookie, accept, expected) => {
    expect(chooseLocale(cookie, accept)).toBe(expected)
  })
})
