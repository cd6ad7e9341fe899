import { ApiError } from './api'
import type { Draft } from '@/lib/models/draft'
import { settleDraft } from '@/lib/models/settle-draft'
import type { ClipMedia, Media } from '@/lib/schemas/media'
import type { Task } from '@/lib/schemas/task'
import { attachReferences } from './attach-references'
import { opened } from './draft-state'
import { getDrafts, saveDrafts, setDrafts } from './draft-store'
import { clipMedia } from './fix-media'
import { clipFrameOf } from './frame-of'

export type ClipUse = 'clip' | 'last_frame'

/**
 * Makes material of a finished clip and opens a draft with it beside the present ones, with the
 * clip's model and output. False where that model takes no clips: the draft then keeps it for one
 * that does. Throws `ApiError`.
 */
export async function openClip(task: Task, use: ClipUse): Promise<boolean> {
  return openMaterial(task, await clipMaterial(task, { use }))
}

/** The same with material that is there already. */
export function openMaterial(task: Task, { kind, reference }: Media): boolean {
  const { model, duration, resolution, ratio } = task.input
  const mode = kind === 'image' ? 'frames' : 'references'
  const fresh = settleDraft({ mode, input: { model, duration, resolution, ratio } })
  const { draft, left } = attachReferences(fresh, [{ kind, reference }])
  const kept =
    left.length === 0 ? draft : putAside(settleDraft({ ...fresh, mode: 'text' }), reference)
  setDrafts(opened(getDrafts(), crypto.randomUUID(), kept, null))
  saveDrafts()
  return left.length === 0
}

/**
 * Makes material of a finished clip by the server; the browser draws the picture where the server lacks
 * what that takes. Throws `ApiError`.
 */
export async function clipMaterial(task: Task, wish: ClipMedia): Promise<Media> {
  try {
    return await clipMedia(task.id, wish)
  } catch (error) {
    const unable = error instanceof ApiError && error.status === 409
    if (!unable || wish.use === 'clip' || task.result === null) throw error
    const name = task.title ?? task.input.prompt.slice(0, 40)
    const clip = { id: task.id, url: task.result.video_url, name }
    return clipFrameOf(clip, wish.use === 'frame' ? wish.at : undefined)
  }
}

/** The clip waits among the references, which the first model that takes it brings back. */
function putAside(draft: Draft, clip: string): Draft {
  const { modes, items } = draft.parked
  const references = { ...modes.references, reference_videos: [clip] }
  return {
    ...draft,
    parked: { modes: { ...modes, references }, items },
    wishes: { ...draft.wishes, mode: { wish: 'references', got: draft.mode } },
  }
}
