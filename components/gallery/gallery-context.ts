import { createContext, useContext } from 'react'
import type { GallerySource } from '@/lib/client/gallery-source'
import type { GalleryView } from '@/lib/client/gallery-view'
import type { Tile } from '@/lib/schemas/gallery'

export type GalleryTools = {
  source: GallerySource
  view: GalleryView
  /** Opens the clip's page over the gallery. */
  open: (id: string) => void
  select: (tile: Tile, range: boolean) => void
  favour: (tiles: readonly Tile[], favourite: boolean) => void
  hide: (tiles: readonly Tile[]) => void
  restore: (tiles: readonly Tile[]) => void
}

export const GalleryContext = createContext<GalleryTools | null>(null)

export function useGallery(): GalleryTools {
  const tools = useContext(GalleryContext)
  if (!tools) throw new Error('useGallery needs a GalleryContext above it')
  return tools
}
