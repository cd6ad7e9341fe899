import path from 'node:path'
import { digest } from '@/scripts/launcher/stamp.mjs'

/** Everything that a video of the simulator is made by. */
const recipe = ['lib/simulator/media', 'lib/simulator/clips', 'lib/simulator/output-size.ts']

/**
 * Where the simulators of all tests keep the videos they have made, for runs to come as well: in a folder
 * of its own for each edition of the recipe.
 */
export const videosDir = path.resolve('node_modules/.cache/videos', digest('.', recipe))
