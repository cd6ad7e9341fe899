import { s3Variables as variablesOf } from '@/tests/s3/bucket'

/** Where the tests' own app and simulator live; E2E_PORT moves both, for two runs side by side. */
const port = Number(process.env.E2E_PORT || 3210)

export const appUrl = `http://127.0.0.1:${port}`
export const simulatorUrl = `http://127.0.0.1:${port + 1}`
/** The bucket of a run with E2E_STORAGE=s3; every app of the run keeps its files there. */
export const s3Url = `http://127.0.0.1:${port + 2}`
export const s3Variables = variablesOf(s3Url)
/** Where a test of this worker lets a server of its own listen, or two. */
export function ownUrl({ parallelIndex }: { parallelIndex: number }, server = 0): string {
  return `http://127.0.0.1:${port + 40 + 2 * parallelIndex + server}`
}
/** Pages that upload to it: the run's own app, and those of its workers. */
export const appOrigins = [0, 10, 11, 12, 13].map((more) => `http://127.0.0.1:${port + more}`)

export const dataDir = `test-results/data-${port}`

/** A canary: it may appear nowhere but in requests to the gateway. */
export const apiKey = 'sk-canary-5f1d0c7e9a3b4286'
