import 'server-only'

/** Runs work by name: one at a time per name, at most `width` at once, the rest in order of arrival. */
export type Queue = {
  /** Resolves when the work has ended, well or not. A name that is already waiting is not added again. */
  run(name: string, work: () => Promise<void>): Promise<void>
  /** Resolves when nothing is waiting or at work. */
  idle(): Promise<void>
}

export function createQueue(width: number): Queue {
  const known = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let free = width

  async function take(work: () => Promise<void>): Promise<void> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      await work()
    } finally {
      const following = waiting.shift()
      if (following) following()
      else free += 1
    }
  }

  return {
    run(name, work) {
      const present = known.get(name)
      if (present) return present
      const running = take(work).finally(() => known.delete(name))
      known.set(name, running)
      return running
    },
    async idle() {
      while (known.size > 0) await Promise.allSettled(known.values())
    },
  }
}
