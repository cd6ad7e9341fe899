/**
 * `npm run simulator`: the gateway's double on its own.
 * SIMULATOR_PORT (4010), SIMULATOR_KEY (any key), SIMULATOR_SPEED (1), SIMULATOR_PIXELS,
 * DATA_DIR (./data).
 */
import { join } from 'node:path'
import { createSimulator } from '@/lib/simulator/simulator'

const { SIMULATOR_PORT, SIMULATOR_KEY, SIMULATOR_SPEED, SIMULATOR_PIXELS, DATA_DIR } = process.env

function numberFrom<Fallback>(
  name: string,
  text: string | undefined,
  fallback: Fallback,
  fits: (value: number) => boolean,
): number | Fallback {
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (fits(value)) return value
  console.error(`${name} cannot be ${text}`)
  process.exit(1)
}

const isPort = (value: number) => Number.isInteger(value) && value >= 0 && value < 65_536
const isSpeed = (value: number) => Number.isFinite(value) && value > 0
const isPixels = (value: number) => Number.isInteger(value) && value >= 10_000

const simulator = await createSimulator({
  port: numberFrom('SIMULATOR_PORT', SIMULATOR_PORT, 4010, isPort),
  speed: numberFrom('SIMULATOR_SPEED', SIMULATOR_SPEED, 1, isSpeed),
  composed: numberFrom('SIMULATOR_PIXELS', SIMULATOR_PIXELS, undefined, isPixels),
  key: SIMULATOR_KEY === '' ? undefined : SIMULATOR_KEY,
  dataDir: join(DATA_DIR || 'data', 'simulator'),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

console.log(`Seedance gateway simulator on ${simulator.url}

  Point a client at it:
    SEEDANCE_BASE_URL=${simulator.url}
    SEEDANCE_API_KEY=${SIMULATOR_KEY ? '(your SIMULATOR_KEY)' : 'any text'}

  Make a video:
    curl -s ${simulator.url}/api/open-api/v1/seedance/videos \\
      -H 'authorization: Bearer any' -H 'content-type: application/json' \\
      -d '{"model":"seedance2.0-sp","prompt":"Mist over mountains at dawn","duration":5}'

  Look inside: GET /_simulator/tasks, assets, fetched, submissions, ledger, record
  Break it:    POST /_simulator/faults, /_simulator/uploads/expire; write sim:moderation and the
               like in a prompt, or reject, expire or missing in the name of material
`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void simulator.close().then(() => process.exit(0))
  })
}
