import { createHash } from 'node:crypto'
import { lines, outputPixels, type Model } from '@/lib/models/capabilities'
import { clipRatios, type ClipRatio } from '@/lib/models/clip-ratio'
import { wordsOf } from '@/lib/server/search/words'
import { createDice, type Dice } from './dice'
import type { SharedMedia } from './material'
import { promptOf, remarks, tags, titleOf } from './prompts'

const dayMs = 24 * 3600 * 1000
const span = 730
const takes = 4

export type Maker = { media: SharedMedia; authors: readonly string[]; now: number; count: number }

/** One task and what hangs on it, each in the words of its table. */
export type SeedRow = {
  task: Record<string, unknown>
  tags: string[]
  favourites: string[]
  note: { author_id: string; text: string; start: number } | null
}

/** Seeded tasks are known by this, so that they can be counted, added to and removed. */
export const keyOf = (number: number) => `seed-${number}`

/** The nth task: the same each time but for its age, which is reckoned from now. */
export function rowOf(number: number, { media, authors, now, count }: Maker): SeedRow {
  // Four neighbours share what they were asked for, as takes do, in one of ten such fours.
  const four = Math.floor(number / takes)
  const isTake = createDice(four).chance(0.1)
  const shared = createDice(isTake ? four * takes : number)
  const own = createDice(number + 0x5eed)
  const author = shared.often(authors)
  const model = modelOf(shared)
  const ratio = ratioOf(shared, model)
  const seconds = shared.often(media.lengths)
  const prompt = promptOf(shared, isTake ? four * takes : number)
  const title = titleOf(own, number)
  const tagged = own.chance(0.25) ? [own.often(tags), own.one(tags)] : []
  const resolution = model.resolution.default
  const size = outputPixels(model, ratio, resolution)
  const created = momentOf(shared, now, number / count) + (isTake ? number % takes : 0)
  const asked = new Date(created).toISOString()
  const done = new Date(created + 60_000 + seconds * 14_000).toISOString()
  const video = media.video(ratio, seconds)
  const poster = own.one(media.posters(ratio))
  const input = { model: model.id, prompt, duration: seconds, ratio, resolution }
  return {
    task: {
      id: idAt(created, `task ${number}`),
      idempotency_key: keyOf(number),
      input_hash: hash(JSON.stringify(input)),
      take_group: isTake ? idAt(created - (number % takes), `group ${four}`) : null,
      author_id: author,
      visibility: own.chance(0.03) ? 'private' : 'team',
      model: model.id,
      line: model.line,
      input,
      prompt,
      warnings: [],
      title,
      hidden_at: own.chance(0.01) ? done : null,
      words: wordsOf(prompt, title, ...tagged).join(' '),
      picked_by_id: isTake && number % takes === 1 ? author : null,
      picked_at: isTake && number % takes === 1 ? done : null,
      status: 'completed',
      progress: 100,
      gateway_task_id: keyOf(number),
      created_at: asked,
      sent_at: asked,
      submitted_at: asked,
      processing_at: asked,
      completed_at: done,
      estimate: seconds * 0.8,
      actual: seconds * 0.8,
      archive: 'saved',
      saved_at: done,
      video_key: video.key,
      poster_key: poster.key,
      thumbhash: poster.thumbhash,
      width: size?.width ?? null,
      height: size?.height ?? null,
      duration: seconds,
      sound: true,
      bytes: video.bytes,
      sha256: video.sha256,
    },
    tags: [...new Set(tagged)],
    favourites: authors.filter(() => own.chance(0.02)),
    note: own.chance(0.03)
      ? { author_id: own.one(authors), text: own.one(remarks), start: own.next() * seconds }
      : null,
  }
}

/** Working days are long and weekends short, and the team has grown. */
function momentOf(dice: Dice, now: number, place: number): number {
  const day = Math.floor(now / dayMs) - Math.floor(span * (place * 0.8 + dice.next() ** 2 * 0.2))
  const weekday = new Date(day * dayMs).getUTCDay()
  const shift = weekday === 0 || weekday === 6 ? (dice.chance(0.8) ? 2 : 0) : 0
  const moment = (day - shift) * dayMs + Math.floor((0.3 + dice.next() * 0.5) * dayMs)
  return Math.min(moment, now - 600_000 - Math.floor(dice.next() * 3_600_000))
}

function modelOf(dice: Dice): Model {
  return dice.often(dice.often(lines).models)
}

const isClipRatio = (ratio: string): ratio is ClipRatio =>
  (clipRatios as readonly string[]).includes(ratio)

function ratioOf(dice: Dice, { ratio }: Model): ClipRatio {
  const usual = ['16:9', '9:16', '1:1', '21:9', '4:3', '3:4'] as const
  return dice.often(usual.filter((one) => ratio.values.filter(isClipRatio).includes(one)))
}

/** A UUID v7 of that moment. */
function idAt(time: number, name: string): string {
  const stamp = time.toString(16).padStart(12, '0')
  const rest = hash(name)
  const variant = '89ab'[parseInt(rest[3] ?? '0', 16) % 4]
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
