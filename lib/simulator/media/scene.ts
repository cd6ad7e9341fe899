import { createHash } from 'node:crypto'
import { createRandom } from './random'
import { palettes, type TimeOfDay } from './palette'

export type Place = 'mountains' | 'sea' | 'desert' | 'forest' | 'city' | 'lake'
export type Weather = 'clear' | 'snow' | 'rain' | 'lanterns'

export type Scene = { seed: number; place: Place; time: TimeOfDay; weather: Weather }

/** Words that decide, in English and Chinese. The first list that holds one wins. */
const placeWords: readonly (readonly [Place, RegExp])[] = [
  ['lake', /\b(lakes?|ponds?|lanterns?|rivers?)\b|湖|河|灯笼|江/i],
  ['sea', /\b(sea|ocean|waves?|beach|coast|surf|whales?|boats?|ships?)\b|海|浪|沙滩|船/i],
  ['desert', /\b(desert|dunes?|sand|sahara|mars)\b|沙漠|沙丘/i],
  ['forest', /\b(forest|woods?|trees?|jungle|fox|deer|bamboo)\b|森林|树|竹|狐|鹿/i],
  ['city', /\b(city|streets?|neon|skyline|tokyo|towers?|cars?|taxi|door|shop)\b|城|街|霓虹|车/i],
  ['mountains', /\b(mountains?|mist|peaks?|valley|hills?|snow|alps)\b|山|雾|雪|峰/i],
]

const timeWords: readonly (readonly [TimeOfDay, RegExp])[] = [
  ['night', /\b(night|midnight|moon|moonlit|stars?|neon|lanterns?)\b|夜|月|星|霓虹|灯笼/i],
  ['dusk', /\b(dusk|sunset|evening|twilight)\b|黄昏|日落|傍晚|晚霞/i],
  ['dawn', /\b(dawn|sunrise|morning|mist|misty)\b|黎明|日出|清晨|晨|雾/i],
  ['golden', /\b(golden|warm|autumn|desert|dunes?)\b|金色|秋|沙/i],
  ['winter', /\b(winter|snow|snowy|blizzard|ice|frozen)\b|冬|雪|冰/i],
  ['day', /\b(day|noon|summer|sunny|blue)\b|白天|正午|夏|晴/i],
]

const weatherWords: readonly (readonly [Weather, RegExp])[] = [
  ['lanterns', /\b(lanterns?|firefl(y|ies)|candles?)\b|灯笼|萤火|烛/i],
  ['snow', /\b(snow|snowy|winter|blizzard)\b|雪|冬/i],
  ['rain', /\b(rain|rainy|storm|drizzle)\b|雨/i],
]

function firstIn<Choice>(
  words: readonly (readonly [Choice, RegExp])[],
  prompt: string,
): Choice | undefined {
  return words.find(([, pattern]) => pattern.test(prompt))?.[0]
}

function pick<Choice>(choices: readonly Choice[], random: () => number, fallback: Choice): Choice {
  return choices[Math.floor(random() * choices.length)] ?? fallback
}

/** What to draw for a prompt: its words decide what they can, its hash the rest. */
export function sceneOf(prompt: string): Scene {
  const seed = createHash('sha256').update(prompt).digest().readUInt32BE(0)
  const random = createRandom(seed)
  const places = placeWords.map(([place]) => place)
  const times = Object.keys(palettes) as TimeOfDay[]
  const place = firstIn(placeWords, prompt) ?? pick(places, random, 'mountains')
  const time = firstIn(timeWords, prompt) ?? pick(times, random, 'dawn')
  const weather = firstIn(weatherWords, prompt) ?? 'clear'
  return { seed, place, time, weather }
}
