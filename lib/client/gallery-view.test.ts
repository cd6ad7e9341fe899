import { describe, expect, it } from 'vitest'
import {
  filterNames,
  galleryHref,
  galleryQuery,
  readGalleryView,
  setFilters,
  withoutFilter,
  withoutFilters,
} from './gallery-view'

const read = (text: string) => readGalleryView(new URLSearchParams(text))
const everything =
  'q=wave&line=full%2Csp_official&model=sd2&ratio=16%3A9&author=a%2Cb&tag=rain&seconds_min=4&seconds_max=12&favourite=true&collection=c&from=2026-01-01&to=2026-02-01&hidden=true&sort=oldest'

describe('the address of the gallery', () => {
  it('is read and written without loss', () => {
    expect(galleryQuery(read(everything))).toBe(everything)
  })

  it('is one text for one view, however it was written', () => {
    expect(galleryQuery(read('hidden=false&line=,full,&q=+wave+&sort=newest'))).toBe(
      'q=wave&line=full',
    )
    expect(galleryHref(read(''))).toBe('/gallery')
  })

  it.each(['seconds_min=-3', 'seconds_max=long', 'from=yesterday', 'to=2026-13-45', 'favourite=1'])(
    'leaves out what makes no sense: %s',
    (text) => expect(galleryQuery(read(text))).toBe(''),
  )
})

describe('filters', () => {
  it('are all named when all are set, and gone one by one', () => {
    expect(setFilters(read(everything))).toEqual([...filterNames])
    for (const name of filterNames) {
      expect(setFilters(withoutFilter(read(everything), name))).toEqual(
        filterNames.filter((other) => other !== name),
      )
    }
  })

  it('are cleared together, the order stays', () => {
    expect(galleryQuery(withoutFilters(read(everything)))).toBe('sort=oldest')
  })
})
