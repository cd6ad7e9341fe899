/** An unfinished mention at the caret: where its `@` stands and what was typed after it. */
export type MentionQuery = { start: number; end: number; text: string }

/**
 * The mention being typed at `caret`, or null. An `@` opens one anywhere in the text but inside a
 * word of Latin letters or digits, so that an e-mail address opens no list.
 */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const match = /(?<![A-Za-z0-9_])@([A-Za-z图片视频音]{0,6}\d{0,2})$/u.exec(text.slice(0, caret))
  if (match === null) return null
  return { start: match.index, end: caret, text: match[1] ?? '' }
}
