import 'server-only'
import type { Context } from '@/lib/server/context'
import { fillWords } from './store'

const batch = 500

/** Makes tasks from before there was search findable, a few at a time beside the server's work. */
export async function fillMissingWords(context: Context): Promise<void> {
  try {
    while ((await fillWords(context.db, batch)) === batch);
  } catch (error) {
    context.log.error({ error }, 'some tasks cannot be searched for until the next start')
  }
}
