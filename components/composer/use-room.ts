import { useI18n } from '@/lib/client/i18n'
import { factsOf } from '@/lib/client/media-store'
import { roomFor, type Model } from '@/lib/models/capabilities'
import { fieldOf } from '@/lib/models/mentions'
import { useModel, useValue } from './composer-context'
import { useLiveIssues } from './live-issues'
import type { ReferenceKind } from './reference-kinds'

const counted = {
  image: 'material.roomImages',
  video: 'material.roomClips',
  audio: 'material.roomSounds',
} as const

/** How many seconds of a kind a model takes together, where anyone says so. */
function secondsOf(model: Model, kind: ReferenceKind): number | undefined {
  const limit = model.limits[kind].find(({ rule }) => rule === 'total_seconds_over')
  return limit !== undefined && 'max' in limit ? limit.max : undefined
}

/** How full the lists are: `2 of 3 clips · 9.4 of 15 s`. */
export function useRoom() {
  const { t, format } = useI18n()
  const model = useModel()
  const lists = {
    image: useValue('images'),
    video: useValue('reference_videos'),
    audio: useValue('reference_audios'),
  }
  // Judged whenever something becomes known of an item: then the seconds change too.
  useLiveIssues()
  const seconds = (kind: ReferenceKind) => {
    const max = secondsOf(model, kind)
    const known = lists[kind].flatMap((reference) => factsOf(reference)?.duration ?? [])
    if (max === undefined || known.length === 0) return null
    const sum = known.reduce((all, part) => all + part, 0)
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
    return t('material.roomSeconds', { seconds: format.number(sum, digits), max })
  }
  const join = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' · ')
  return {
    counts: { image: lists.image.length, video: lists.video.length, audio: lists.audio.length },
    left: (kind: ReferenceKind) => roomFor(model, fieldOf[kind]) - lists[kind].length,
    /** In words, under the last tile of a kind. */
    words: (kind: ReferenceKind) => {
      const max = roomFor(model, fieldOf[kind])
      return join(t(counted[kind], { count: lists[kind].length, max }), seconds(kind))
    },
    /** Beside the kind's icon. */
    short: (kind: ReferenceKind) => {
      const max = roomFor(model, fieldOf[kind])
      return join(t('composer.material.room', { count: lists[kind].length, max }), seconds(kind))
    },
  }
}
