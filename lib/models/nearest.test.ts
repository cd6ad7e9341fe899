import { expect, it } from 'vitest'
import { getModel, type Model } from './capabilities'
import { nearestRatio, nearestResolution } from './nearest'

function model(id: string): Model {
  const found = getModel(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

it.each([
  ['4k', 'seedance2.0-sp', '1080p'],
  ['2k', 'seedance2.0-mini-sp', '720p'],
  ['1080p', 'sd2_mx_4k', '4k'],
  ['480p', 'sd2_mx_1080p', '1080p'],
  ['480p', 'seedance2.0-sp', '480p'],
  ['8k', 'seedance2.0-sp', '720p'],
  ['', 'seedance2.0-sp', ''],
])('instead of %j %s makes %j', (wanted, id, resolution) => {
  expect(nearestResolution(wanted, model(id))).toBe(resolution)
})

it.each([
  ['21:9', 'seedance2.0-md', '16:9'],
  ['4:3', 'seedance2.0-md', '16:9'],
  ['3:4', 'seedance2.0-md', '9:16'],
  ['Adaptive', 'seedance2.0-std', '16:9'],
  ['Adaptive', 'sd2_mx_2k', 'Adaptive'],
  ['5:4', 'seedance2.0-std', '4:3'],
  ['9:21', 'sd2_mx_2k', '9:16'],
  ['wide', 'seedance2.0-md', '16:9'],
  ['', 'seedance2.0-md', ''],
])('instead of ratio %j %s takes %j', (wanted, id, ratio) => {
  expect(nearestRatio(wanted, model(id))).toBe(ratio)
})
