import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type SeedEnvironment = { DATA_DIR: string; DATABASE_URL: string }

/** Fills the database as `npm run seed` does; what is there already stays. */
export async function seedTasks(environment: SeedEnvironment, count: number): Promise<void> {
  const tsx = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server']
  const child = spawn(process.execPath, [...tsx, 'scripts/seed.ts', '--tasks', String(count)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The seed ended with ${code}.`)
}
