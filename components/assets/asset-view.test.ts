import { describe, expect, it } from 'vitest'
import { assetStatuses } from '@/lib/models/asset-status'
import {
  everything,
  filterOf,
  libraries,
  readView,
  stateFilters,
  stateNames,
  tabs,
  viewParams,
  type AssetView,
} from './asset-view'

function read(address: string): AssetView {
  const params = new URLSearchParams(address)
  return readView((name) => params.get(name))
}

function write(view: AssetView): string {
  const said = Object.entries(viewParams(view)).filter(([, value]) => value !== null)
  return new URLSearchParams(said as [string, string][]).toString()
}

describe('what the address says of the list', () => {
  const views: AssetView[] = [
    everything,
    ...tabs.map((tab) => ({ ...everything, tab })),
    ...libraries.flatMap((library) =>
      stateNames(library).map((name) => ({
        tab: 'image' as const,
        q: 'a & b',
        state: { library, name },
      })),
    ),
  ]

  it.each(views.map((view) => [write(view), view] as const))(
    '?%s is read as written',
    (address, view) => {
      expect(read(address)).toEqual(view)
    },
  )

  it.each([
    ['kind=poem', everything],
    ['state=active', everything],
    ['library=full&state=expired', everything],
    ['library=md&state=active', everything],
    ['q=%20%20', everything],
  ])('?%s makes no sense and counts as not said', (address, view) => {
    expect(read(address)).toEqual(view)
  })

  it('asks the API for nothing that is not set', () => {
    expect(filterOf(everything)).toEqual({})
    expect(filterOf(read('kind=audio&q=wind&library=sp&state=failed'))).toEqual({
      kind: 'audio',
      q: 'wind',
      library: 'sp',
      status: ['rejected', 'failed', 'unconfirmed'],
    })
  })
})

describe.each(libraries)('the filters of %s', (library) => {
  it('hold every state once', () => {
    const held = Object.values(stateFilters[library]).flat()
    expect([...held].sort()).toEqual(['none', ...assetStatuses].sort())
  })
})
