let direct = false

/** Files go straight to the bucket, not through our server. The server says so with every page. */
export function setDirectUploads(to: boolean): void {
  direct = to
}

export function isDirect(): boolean {
  return direct
}
