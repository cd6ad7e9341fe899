import { icons, type LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const glyphs: Readonly<Record<string, LucideIcon>> = icons

/** A sprite of symbols named as given. The stroke is theirs, the fill that of whoever shows them. */
export function drawSprite(names: readonly string[]): string {
  const stroke =
    'stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"'
  const symbols = names.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24" ${stroke}>${drawingOf(name)}</symbol>\n`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">\n${symbols.join('')}</svg>\n`
}

function drawingOf(name: string): string {
  const glyph = glyphs[name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())]
  if (glyph === undefined) throw new Error(`There is no icon "${name}".`)
  return renderToStaticMarkup(createElement(glyph)).replace(/^<svg[^>]*>|<\/svg>$/g, '')
}
