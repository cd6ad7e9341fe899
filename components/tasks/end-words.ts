import type { I18n } from '@/lib/client/i18n'
import type { Task } from '@/lib/schemas/task'
import { stateWords } from './state-words'
import { cardState } from './task-facts'

const spokenLength = 60

/** What is said of a task's state: the state, and the first words of what it shows. */
export function endWords(task: Task, t: I18n['t']): { title: string; body: string } {
  const prompt = task.title ?? task.input.prompt
  const body = prompt.length > spokenLength ? `${prompt.slice(0, spokenLength)}…` : prompt
  return { title: t(stateWords[cardState(task)]), body }
}
