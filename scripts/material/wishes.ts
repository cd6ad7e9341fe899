import type { MediaFacts } from '@/lib/models/media-facts'
import type { Wish } from './realise'

type Edge = { code: string; inside: readonly MediaFacts[]; outside: readonly MediaFacts[] }

/** The files that show an edge: their weight matters only where the edge is one of bytes. */
export function wishesOf({ code, inside, outside }: Edge): Wish[] {
  return [inside, outside].flatMap((items) => wishesFor(code, items))
}

/** One file per item; of several no two are the same. */
export function wishesFor(code: string, items: readonly MediaFacts[]): Wish[] {
  return items.map((facts, seed) => ({ facts, seed, exact: code.includes('bytes') }))
}
