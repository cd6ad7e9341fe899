/** The prompt's element: other parts of the composer write mentions into it. */
export const promptId = 'composer-prompt'

/**
 * Puts text in place of `start`–`end` (the caret where they are left out) the way typing does, so
 * that the field's own undo takes it back and the form hears of it.
 */
export function insertText(
  field: HTMLTextAreaElement,
  text: string,
  start = field.selectionStart,
  end = field.selectionEnd,
): void {
  field.focus()
  field.setSelectionRange(start, end)
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Writes a mention at the caret, or at the end of a prompt that was never touched. */
export function insertMention(token: string): void {
  const field = document.getElementById(promptId)
  if (!(field instanceof HTMLTextAreaElement)) return
  const before = field.value.slice(0, field.selectionStart)
  const after = field.value.slice(field.selectionEnd)
  const gapBefore = before === '' || /[\s，。、；：（]$/.test(before) ? '' : ' '
  const gapAfter = /^[\s，。、；：）.,;:!?)]/.test(after) ? '' : ' '
  insertText(field, gapBefore + token + gapAfter)
}
