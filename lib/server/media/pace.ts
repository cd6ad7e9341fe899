import 'server-only'

/** Calls `look` now and then until told to stop. */
export type Watch = (look: () => void) => () => void

export type Pace = {
  /** Fires when too little came between two looks. */
  signal: AbortSignal
  count(bytes: number): void
  stop(): void
}

/** About 4 KiB a second: below it a transfer is being held open rather than served. */
const leastBytesPerLook = 128 * 1024

const halfMinutely: Watch = (look) => {
  const timer = setInterval(look, 30_000)
  return () => clearInterval(timer)
}

export function watchPace(watch: Watch = halfMinutely): Pace {
  const controller = new AbortController()
  let sinceLook = 0
  const stop = watch(() => {
    if (sinceLook < leastBytesPerLook) controller.abort()
    sinceLook = 0
  })
  return {
    signal: controller.signal,
    count: (bytes) => void (sinceLook += bytes),
    stop,
  }
}
