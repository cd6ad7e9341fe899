import { Fragment } from 'react'
import type { Marked } from './diff-words'

/** Of a long stretch that all have in common, this much stays at each end. */
const kept = 36

/** A prompt whose words that differ are marked; what lies far from them is left out unless `whole`. */
export function MarkedPrompt({ parts, whole }: { parts: readonly Marked[]; whole: boolean }) {
  return (
    <p className="overflow-clip wrap-anywhere whitespace-pre-wrap">
      {parts.map(({ text, differs }, at) =>
        differs ? (
          <mark key={at} className="rounded-xs bg-pressed px-0.75 text-inherit">
            {text}
          </mark>
        ) : (
          <Fragment key={at}>
            {whole ? text : shortened(text, at === 0, at === parts.length - 1)}
          </Fragment>
        ),
      )}
    </p>
  )
}

/** By code points, so that no character is cut in two, and between words where one ends nearby. */
function shortened(text: string, first: boolean, last: boolean): string {
  const points = [...text]
  if (points.length <= kept * 2 + 10) return text
  const head =
    first && !last
      ? ''
      : points
          .slice(0, kept)
          .join('')
          .replace(/\s\S{0,15}$/, '')
  const tail =
    last && !first
      ? ''
      : points
          .slice(-kept)
          .join('')
          .replace(/^\S{0,15}\s/, '')
  return `${head}…${tail}`
}
