import type { Material } from './material/material'
import type { AssetRecord } from './records'
import type { State } from './state'

/** What a task or an asset got to see. */
export type Fetched = Material & { of: { task: string } | { asset: string } }

/** Assets first, then tasks, each oldest first. */
export function fetchedIn({ assets, tasks }: Pick<State, 'assets' | 'tasks'>): Fetched[] {
  const ofAssets = Array.from(assets.values(), ({ id, material }) =>
    material.map((item) => ({ of: { asset: id }, ...item })),
  )
  const ofTasks = Array.from(tasks.values(), ({ id, material }) =>
    (material ?? []).map((item) => ({ of: { task: id }, ...item })),
  )
  return [...ofAssets, ...ofTasks].flat()
}

export type Submission = {
  library: AssetRecord['library']
  sha256: string
  /** One for each submission, oldest first. */
  asset_ids: string[]
}

/** What each library was given, by content: two ids of one content are two submissions of it. */
export function submissionsIn({ assets }: Pick<State, 'assets'>): Submission[] {
  const found = new Map<string, Submission>()
  for (const { id, library, material } of assets.values()) {
    for (const { sha256 } of material) {
      if (sha256 === null) continue
      const submission = found.get(`${library} ${sha256}`) ?? { library, sha256, asset_ids: [] }
      submission.asset_ids.push(id)
      found.set(`${library} ${sha256}`, submission)
    }
  }
  return Array.from(found.values())
}
