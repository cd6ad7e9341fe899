import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { models } from '@/lib/models/capabilities'
import { toCurl } from './curl'

const base = 'https://gateway.test'

/** What a real shell would hand to curl. */
function wordsOf(command: string): string[] {
  const script = `SEEDANCE_API_KEY=from-the-shell
curl() { printf '%s\\0' "$@"; }
${command}`
  const listed = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
  return listed.split('\0').slice(0, -1)
}

const bodyOf = (command: string): unknown => JSON.parse(wordsOf(command).at(-1) ?? '')

describe('toCurl', () => {
  it('survives the shell, whatever the prompt holds', () => {
    const prompt = `It's "rain" $HOME \`id\` \\ 雨\n! two lines`
    expect(bodyOf(toCurl({ model: 'seedance2.0-sp', prompt, duration: 8 }, base))).toEqual({
      model: 'seedance2.0-sp',
      prompt,
      duration: 8,
    })
  })

  it('asks the create path and takes the key from the shell', () => {
    const words = wordsOf(toCurl({ model: 'seedance2.0-sp', prompt: 'x' }, base))
    expect(words[0]).toBe(`${base}/api/open-api/v1/seedance/videos`)
    expect(words).toContain('Authorization: Bearer from-the-shell')
  })

  it('always states the seconds', () => {
    expect(bodyOf(toCurl({ model: 'seedance2.0-sp', prompt: 'x' }, base))).toMatchObject({
      duration: 5,
    })
  })

  it.each(models.map(({ id, resolution }) => [id, resolution.fixed] as const))(
    '%s: leaves a fixed resolution out (%s)',
    (model, fixed) => {
      const body = bodyOf(toCurl({ model, prompt: 'x', resolution: '720p' }, base))
      expect(Object.hasOwn(Object(body), 'resolution')).toBe(!fixed)
    },
  )
})
