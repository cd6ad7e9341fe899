/** The first characters of a text, none of them halved: half a surrogate pair is no text. */
export function cutText(text: string, most: number): string {
  return [...text.slice(0, 2 * most)].slice(0, most).join('')
}
