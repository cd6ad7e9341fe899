/** Does work once the browser has shown what the present event has changed so far. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}
