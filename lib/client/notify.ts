import type { Task } from '@/lib/schemas/task'
import { awaited } from './awaited'
import { isEnd } from './task-end'

const toldKey = 'dailies.told'
const mostTold = 200

/** A tab in which somebody sees the end gets this long to say so first. */
const courtesyMs = 3_000

export type EndWords = { title: string; body: string }
export type EndActions = {
  /** Says it in the page, where somebody looks at another place of it. */
  show?: () => void
  /** Goes to the task. */
  open: () => void
}

/** Whether the browser may be asked to tell; `none` where it cannot. */
export function notifiesBy(): NotificationPermission | 'none' {
  return typeof Notification === 'undefined' ? 'none' : Notification.permission
}

/** Only ever on a press. */
export function askToNotify(): Promise<NotificationPermission> {
  return Notification.requestPermission()
}

/** Remembers a task of one's own that is under way, until its end was told. */
export function noteTask({ id, status }: Pick<Task, 'id' | 'status'>): void {
  if (isEnd(status)) awaited.remove([id])
  else awaited.add(id)
}

/**
 * Tells once, in whichever tab comes first, that a task has ended: in the page where somebody looks at
 * a tab, else by the browser where that is allowed.
 */
export async function tellOfEnd(
  { id, status }: Pick<Task, 'id' | 'status'>,
  { title, body }: EndWords,
  { show, open }: EndActions,
): Promise<void> {
  const key = `${id} ${status}`
  if (!isSeen()) await new Promise((resolve) => setTimeout(resolve, courtesyMs))
  if (isSeen()) {
    if (await isFirst(key)) show?.()
    return
  }
  if (notifiesBy() !== 'granted' || !(await isFirst(key))) return
  const shown = new Notification(title, { body, tag: id })
  shown.onclick = () => {
    window.focus()
    open()
    shown.close()
  }
}

const isSeen = () => document.visibilityState === 'visible'

async function isFirst(key: string): Promise<boolean> {
  const take = () => {
    try {
      const told = (localStorage.getItem(toldKey) ?? '').split('\n')
      if (told.includes(key)) return false
      localStorage.setItem(toldKey, [...told, key].slice(-mostTold).join('\n'))
    } catch {
      // Without storage every tab is alone.
    }
    return true
  }
  // Locks are there wherever notifications are: in secure contexts.
  return 'locks' in navigator ? navigator.locks.request(toldKey, take) : take()
}
