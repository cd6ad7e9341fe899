/** `npm run icons`: draws the icons that `icon-name.ts` lists into the sprite that `Icon` shows. */
import { writeFile } from 'node:fs/promises'
import { iconNames } from '@/components/ui/icon-name'
import { drawSprite } from './icons/draw-sprite'

await writeFile('components/ui/icons.svg', drawSprite(iconNames))
