/** The gateway's own wording is unknown (protocol §10.3); these words are ours and say so. */
export function invented(message: string): string {
  return `[simulated wording] ${message}`
}
