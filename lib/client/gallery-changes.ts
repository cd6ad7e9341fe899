import type { ManyTasksChanged, ManyTasksPatch, Tile } from '@/lib/schemas/gallery'
import { api } from './api'
import { forgetGalleries } from './gallery-source-of'
import { dropTiles, patchSelected } from './gallery-selection'
import type { GallerySource } from './gallery-source'

type Change = ManyTasksPatch['change']

/** The same change to many clips; says which ones the server did not take. Throws `ApiError`. */
async function changeTasks(ids: readonly string[], change: Change): Promise<ManyTasksChanged> {
  const answer = await api<ManyTasksChanged>('/api/tasks', {
    method: 'PATCH',
    body: { ids, change },
  })
  return answer
}

/** Shown at once, taken back where the server does not take it. Throws `ApiError`. */
export async function favourClips(
  source: GallerySource,
  tiles: readonly Tile[],
  favourite: boolean,
): Promise<void> {
  const ids = tiles.filter((tile) => tile.favourite !== favourite).map(({ id }) => id)
  if (ids.length === 0) return
  const show = (value: boolean) => {
    source.patch(new Set(ids), { favourite: value })
    patchSelected(new Set(ids), { favourite: value })
  }
  show(favourite)
  try {
    await changeTasks(ids, { favourite })
    forgetGalleries(source)
  } catch (error) {
    show(!favourite)
    throw error
  }
}

/** Takes clips out of the gallery, or brings hidden ones back. Throws `ApiError`. */
export async function hideClips(
  source: GallerySource,
  ids: readonly string[],
  hidden: boolean,
): Promise<ManyTasksChanged> {
  const answer = await changeTasks(ids, { hidden })
  const gone = new Set(answer.changed)
  source.remove(gone)
  dropTiles(gone)
  forgetGalleries(source)
  await source.refresh()
  return answer
}

/** Undo of hiding: they come back to where they were. Throws `ApiError`. */
export async function unhideClips(
  source: GallerySource,
  ids: readonly string[],
  hidden: boolean,
): Promise<void> {
  await changeTasks(ids, { hidden })
  forgetGalleries(source)
  await source.refresh()
}

export function tagClips(
  ids: readonly string[],
  tag: string,
  add: boolean,
): Promise<ManyTasksChanged> {
  return changeTasks(ids, add ? { add_tags: [tag] } : { remove_tags: [tag] })
}
