import 'server-only'

/** Rows as RFC 4180 has them, with the mark by which Excel knows UTF-8. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * A spreadsheet takes what begins like this for a formula, full-width signs too, and some look past blanks
 * and quotes first.
 */
const formula = /^[\s"']*[=+\-@\t\r|%＝＋－＠｜]/

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
