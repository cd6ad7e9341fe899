import type { ListField } from './task-input'

/** Prompts name references as `@Image1` or `@图片1`, numbered from 1 within their kind (protocol §7.4). */
export type MentionKind = 'image' | 'video' | 'audio'
export type MentionLanguage = 'en' | 'zh'

export type Mention = {
  kind: MentionKind
  /** Infinity for `@Image?`, of which the reference was removed. */
  number: number
  /** Offsets in the prompt, as a textarea counts them. */
  start: number
  end: number
}

/** How many references of each kind there are. */
export type ReferenceCounts = Readonly<Record<MentionKind, number>>

export const mentionKinds = ['image', 'video', 'audio'] as const

const words = {
  en: { image: 'Image', video: 'Video', audio: 'Audio' },
  zh: { image: '图片', video: '视频', audio: '音频' },
} as const

export const kindOfField = {
  images: 'image',
  reference_videos: 'video',
  reference_audios: 'audio',
} as const satisfies Record<ListField, MentionKind>

/** The field that holds each kind. */
export const fieldOf = {
  image: 'images',
  video: 'reference_videos',
  audio: 'reference_audios',
} as const satisfies Record<MentionKind, ListField>

// A mention may stand right after Chinese text or another mention, but not inside a Latin word
// (`me@Image1.example` is an address); its number ends where the digits end (`@Image1a` is none).
const token = '@(Image|Video|Audio|图片|视频|音频)([1-9]\\d{0,2}(?!\\w)|\\?)'
const pattern = new RegExp(`(?:(?<!\\w)|(?<=${token}))${token}`, 'gi')

function kindOfWord(word: string): MentionKind | undefined {
  const given = word.toLowerCase()
  return mentionKinds.find((kind) => kind === given || words.zh[kind] === given)
}

export function mentionText(kind: MentionKind, number: number, language: MentionLanguage): string {
  return `@${words[language][kind]}${written(number)}`
}

/** What was removed has no number: whatever is attached later, no mention of it finds a new meaning. */
function written(number: number): string {
  return Number.isFinite(number) ? String(number) : '?'
}

export function parseMentions(prompt: string): Mention[] {
  return [...prompt.matchAll(pattern)].flatMap(({ 0: text, 3: word = '', 4: digits, index }) => {
    const kind = kindOfWord(word)
    if (kind === undefined) return []
    return [
      {
        kind,
        number: digits === '?' ? Infinity : Number(digits),
        start: index,
        end: index + text.length,
      },
    ]
  })
}

/** Mentions of references that are not there. */
export function danglingMentions(prompt: string, counts: ReferenceCounts): Mention[] {
  return parseMentions(prompt).filter(({ kind, number }) => number > counts[kind])
}

/** References that the prompt does not name. */
export function unusedReferences(
  prompt: string,
  counts: ReferenceCounts,
): { kind: MentionKind; number: number }[] {
  const named = parseMentions(prompt)
  return mentionKinds.flatMap((kind) =>
    Array.from({ length: counts[kind] }, (_, index) => ({ kind, number: index + 1 })).filter(
      ({ number }) => !named.some((mention) => mention.kind === kind && mention.number === number),
    ),
  )
}

/** Gives every mention of a kind the number that `numberOf` says, all at once. */
export function renumberMentions(
  prompt: string,
  kind: MentionKind,
  numberOf: (number: number) => number,
): string {
  return replaceMentions(prompt, (mention, text) =>
    mention.kind === kind && Number.isFinite(mention.number)
      ? text.replace(/\d+$/, written(numberOf(mention.number)))
      : text,
  )
}

/** The prompt after the reference at index `from` was moved to index `to`. */
export function renumberAfterMove(
  prompt: string,
  kind: MentionKind,
  from: number,
  to: number,
): string {
  return renumberMentions(prompt, kind, (number) => {
    const index = number - 1
    if (index === from) return to + 1
    if (from < index && index <= to) return number - 1
    if (to <= index && index < from) return number + 1
    return number
  })
}

/**
 * The prompt after the reference at `index` was removed. What named it names nothing from now on
 * (`@Image?`), and nothing attached later takes its place unnoticed.
 */
export function renumberAfterRemoval(prompt: string, kind: MentionKind, index: number): string {
  return renumberMentions(prompt, kind, (number) => {
    if (number === index + 1) return Infinity
    return number > index + 1 ? number - 1 : number
  })
}

/**
 * The prompt after a reference was put in at `index`, before `following` others that are numbered
 * after it. With none following, a number that was written ahead finds what it waited for.
 */
export function renumberAfterInsertion(
  prompt: string,
  kind: MentionKind,
  index: number,
  following: number,
): string {
  if (following === 0) return prompt
  return renumberMentions(prompt, kind, (number) => (number > index ? number + 1 : number))
}

/** The prompt with its mentions in the words of a language. */
export function localiseMentions(prompt: string, language: MentionLanguage): string {
  return replaceMentions(prompt, ({ kind, number }) => mentionText(kind, number, language))
}

function replaceMentions(
  prompt: string,
  replacement: (mention: Mention, text: string) => string,
): string {
  let result = ''
  let done = 0
  for (const mention of parseMentions(prompt)) {
    const text = prompt.slice(mention.start, mention.end)
    result += prompt.slice(done, mention.start) + replacement(mention, text)
    done = mention.end
  }
  return result + prompt.slice(done)
}
