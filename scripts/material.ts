import { stdout } from 'node:process'
import { limitCases } from '@/tests/limit-facts'
import { genuine } from './material/genuine'
import { realise } from './material/realise'
import { materialFolder } from './material/tools'
import { wishesOf } from './material/wishes'

// Makes the real files that the tests try the limits with: both sides of every edge, and a hundred
// that anything takes. Needs ffmpeg; what is there already stays.

const wishes = [...genuine, ...limitCases.flatMap(wishesOf)]
let done = 0
for (const wish of wishes) {
  await realise(wish)
  done += 1
  stdout.write(`\r${done} of ${wishes.length}`)
}
stdout.write(`\n${materialFolder}\n`)
