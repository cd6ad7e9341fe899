import { cutText } from './cut-text'

/** A task's name where there is room for one line: its title, else the beginning of its prompt. */
export function taskName(
  { title, input }: { title: string | null; input: { prompt: string } },
  untitled: string,
): string {
  return cutText(title ?? (input.prompt || untitled), 60)
}
