import { cx } from './cx'

/** A person's initials in a round: two letters of a Latin name, the last two characters of another. */
export function Face({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-grid size-6 shrink-0 place-items-center rounded-full bg-pressed text-[10px] leading-none font-semibold text-ink-soft',
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/)
    .filter(Boolean)
  const letters = words.map((word) => [...word])
  const first = letters[0] ?? ['?']
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name)) {
    return letters.flat().slice(-2).join('')
  }
  const second = letters.length > 1 ? letters.at(-1)?.[0] : first[1]
  return `${first[0] ?? '?'}${second ?? ''}`.toUpperCase()
}
