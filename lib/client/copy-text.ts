import { notify } from './notices'

/** Puts text on the clipboard and says so; without the right to, it says that instead. */
export async function copyText(
  text: string,
  said: { done: string; failed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notify({ text: said.done })
  } catch {
    notify({ text: said.failed, tone: 'bad' })
  }
}
