import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { iconNames } from '@/components/ui/icon-name'
import { drawSprite } from './draw-sprite'

describe('the sprite', () => {
  it('is the one that the list of names makes', async () => {
    expect(await readFile('components/ui/icons.svg', 'utf8')).toBe(drawSprite(iconNames))
  })

  it('has no place for a name that nobody drew', () => {
    expect(() => drawSprite(['no-such-icon'])).toThrow('no-such-icon')
  })
})
