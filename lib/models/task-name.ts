import type { Task } from '@/lib/schemas/task'
import { cutText } from './cut-text'

/** A task's name where there is room for one line: its title, else the beginning of its prompt. */
export function taskName(
  { title, input }: Pick<Task, 'title' | 'input'>,
  untitled: string,
): string {
  return cutText(title ?? (input.prompt || untitled), 60)
}
