import type { Ending, TaskRecord } from './records'

/** A task of 0.1 JimiCoin made at 1000, 4 s in the queue, 10 s of work. */
export function taskRecord(ending: Ending, id = 't'): TaskRecord {
  return {
    id,
    created_at: 1000,
    key_sha256: 'k',
    body_sha256: 'b',
    input: {
      model: 'seedance2.0-md',
      prompt: 'x',
      duration: 5,
      resolution: '720p',
      ratio: '16:9',
      images: [],
      first_image: null,
      last_image: null,
      reference_videos: [],
      reference_audios: [],
    },
    cost: 0.1,
    queue_ms: 4000,
    run_ms: 10_000,
    ending,
    material: [],
  }
}
