/** Where a browser keeps how wide its feed is, so that the server breaks rows where it will. */
export const paneWidthCookie = 'feed'

/** The pane of a 1440 px window, until a browser has told otherwise. */
const usualWidth = 908

export function asPaneWidth(cookie: string | undefined): number {
  const width = Number(cookie)
  return Number.isInteger(width) && width >= 200 && width <= 8000 ? width : usualWidth
}
