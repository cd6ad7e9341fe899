import type pg from 'pg'
import { localMember } from '@/lib/models/member'
import { tilesSql } from '@/lib/server/gallery/page-sql'
import { createDice, type Dice } from '../seed/dice'
import { promptOf } from '../seed/prompts'

const searches = 300
const page = { after: null, limit: 61 }
const beginnings = { English: /^[a-z]/i, Chinese: /^\p{Script=Han}/u }

/** Milliseconds that 99 of 100 searches stay under in the database, planning included, by round. */
export async function measureSearch(
  client: pg.Client,
  language: keyof typeof beginnings,
  rounds: number,
): Promise<number[]> {
  const asked = searchesIn(beginnings[language])
  const worst: number[] = []
  while (worst.length < rounds) {
    const times: number[] = []
    for (const q of asked) times.push(await databaseTime(client, q))
    times.sort((a, b) => a - b)
    worst.push(times[Math.ceil(times.length * 0.99) - 1] ?? Infinity)
  }
  return worst
}

async function databaseTime(client: pg.Client, q: string): Promise<number> {
  const filter = { q, hidden: false, sort: 'newest', zone: 'UTC' } as const
  const selection = { member: localMember, named: { authors: [], tasks: [] }, filter }
  const { text, values } = tilesSql(selection, page)
  const explain = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`
  const { rows } = await client.query(explain, values)
  const [plan] = rows[0]['QUERY PLAN']
  return plan['Planning Time'] + plan['Execution Time']
}

/** One to three words of the seeded prompts, common and rare, and beginnings of words. */
function searchesIn(language: RegExp): string[] {
  const dice = createDice(4)
  const asked: string[] = []
  for (let number = 0; asked.length < searches; number += 1) {
    const prompt = promptOf(dice, number)
    if (language.test(prompt)) asked.push(wordsOutOf(prompt, dice))
  }
  return asked
}

function wordsOutOf(prompt: string, dice: Dice): string {
  if (/\p{Script=Han}/u.test(prompt)) {
    const phrase = dice.one(prompt.split(/[，。：]/).filter(Boolean))
    const from = Math.floor(dice.next() * phrase.length)
    return phrase.slice(from, from + 1 + Math.floor(dice.next() * 6))
  }
  const words = prompt.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const some = Array.from({ length: 1 + Math.floor(dice.next() * 3) }, () => dice.one(words))
  return dice.chance(0.5) ? some.join(' ') : some.join(' ').slice(0, -1)
}
