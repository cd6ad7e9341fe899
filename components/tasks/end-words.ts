import type { I18n } from '@/lib/client/i18n'
import { cutText } from '@/lib/models/cut-text'
import type { Task } from '@/lib/schemas/task'
import { stateWords } from './state-words'

const spokenLength = 60

/** The first words of what a task shows. */
export function spokenName({ title, input }: Pick<Task, 'title' | 'input'>): string {
  const name = title ?? input.prompt
  return name.length > spokenLength ? `${cutText(name, spokenLength)}…` : name
}

/** What is said of a task that has ended, whether or not its clip is saved yet. */
export function endWords(task: Task, t: I18n['t']): { title: string; body: string } {
  return { title: t(stateWords[task.status]), body: spokenName(task) }
}
