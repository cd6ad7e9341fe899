/** Goes there as a whole new page: nothing of who was signed in before stays in memory. */
export function leaveFor(path: string): void {
  window.location.assign(path)
}
