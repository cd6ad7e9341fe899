/** Whether items stand in rows or in a grid. The server reads it before it renders. */
export type AssetLook = 'list' | 'grid'

export const assetLookCookie = 'asset-look'

export function asAssetLook(value: string | undefined): AssetLook {
  return value === 'grid' ? 'grid' : 'list'
}
