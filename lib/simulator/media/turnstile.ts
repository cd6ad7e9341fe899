type Waiting = { name: string; start: () => void }

export type Turnstile = {
  /** Runs `job` when its turn comes. Urgent ones go before those that are not. */
  pass<Result>(name: string, urgent: boolean, job: () => Promise<Result>): Promise<Result>
  /** Moves a waiting job to the front. */
  hurry(name: string): void
}

/** One job at a time. */
export function createTurnstile(): Turnstile {
  let waiting: Waiting[] = []
  let busy = false

  function next(): void {
    busy = false
    waiting.shift()?.start()
  }

  return {
    pass: (name, urgent, job) =>
      new Promise((resolve, reject) => {
        const start = () => {
          busy = true
          job().then(resolve, reject).finally(next)
        }
        if (!busy) start()
        else if (urgent) waiting.unshift({ name, start })
        else waiting.push({ name, start })
      }),
    hurry: (name) => {
      const first = waiting.filter((job) => job.name === name)
      waiting = [...first, ...waiting.filter((job) => job.name !== name)]
    },
  }
}
