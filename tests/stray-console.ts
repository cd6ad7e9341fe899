import { format } from 'node:util'
import { afterAll, afterEach, beforeEach } from 'vitest'

/** A test passes only if nothing complained meanwhile on the console. */
const complaints: string[] = []

for (const level of ['error', 'warn'] as const) {
  const print = console[level]
  console[level] = (...args: unknown[]) => {
    complaints.push(`console.${level}: ${format(...args)}`)
    print(...args)
  }
  // Files may share a process, and each listens for itself.
  afterAll(() => {
    console[level] = print
  })
}

beforeEach(() => {
  complaints.length = 0
})

afterEach(() => {
  if (complaints.length > 0) throw new Error(`Stray output\n${complaints.join('\n')}`)
})
