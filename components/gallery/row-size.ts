import { rowSizes, type RowSize } from '@/lib/client/gallery-layout'

export const rowSizeCookie = 'gallery-rows'

export function asRowSize(value: string | undefined): RowSize {
  return rowSizes.find((size) => size === value) ?? 'medium'
}
