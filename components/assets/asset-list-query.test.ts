import { describe, expect, it } from 'vitest'
import type { AssetFilter } from './asset-view'
import { isShownIn, itemsOf, withNewest, withoutItems, type AssetPages } from './asset-list-query'
import { testMedia } from './test-media'

function pagesOf(...pages: string[]): AssetPages {
  return {
    pages: pages.map((ids) => ({
      data: [...ids].map((id) => testMedia(id)),
      next_cursor: null,
    })),
    pageParams: pages.map(() => null),
  }
}

const shown = (pages: AssetPages) =>
  itemsOf(pages)
    .map(({ id }) => id)
    .join('')

describe('the pages of the list', () => {
  it('show an item once that moved between two requests', () => {
    expect(shown(pagesOf('ab', 'bc'))).toBe('abc')
  })

  it('lose what was deleted, on every page', () => {
    expect(shown(withoutItems(pagesOf('ab', 'cd'), new Set(['a', 'd'])))).toBe('bc')
  })

  it('begin with what came last, even if it was there', () => {
    expect(shown(withNewest(pagesOf('ab', 'cd'), testMedia('n')))).toBe('nabcd')
    expect(shown(withNewest(pagesOf('ab', 'cd'), testMedia('d')))).toBe('dabc')
  })
})

describe('what comes in', () => {
  const fresh = testMedia('fresh')
  const lists: [AssetFilter, boolean][] = [
    [{}, true],
    [{ kind: 'image' }, true],
    [{ kind: 'audio' }, false],
    [{ q: 'fresh' }, false],
    [{ library: 'full', status: ['none'] }, true],
    [{ library: 'full', status: ['active'] }, false],
  ]

  it.each(lists)('belongs to the list of %o: %s', (filter, belongs) => {
    expect(isShownIn(fresh, filter)).toBe(belongs)
  })
})
