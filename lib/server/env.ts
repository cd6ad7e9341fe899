import 'server-only'
import * as z from 'zod/mini'

const port = z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(65535)))

const text = z.string()

/** Every variable the server reads. Empty counts as unset; nothing else reads `process.env`. */
const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATA_DIR: z._default(text, './data'),
  PORT: z._default(port, 3000),
  SEEDANCE_API_KEY: z.optional(text),
  SEEDANCE_BASE_URL: z._default(z.url({ protocol: /^https?$/ }), 'https://www.jimmyai.cn'),
  EGRESS_ALLOW: z._default(text, ''),
  FULL_MAX_SECONDS: z._default(z.pipe(z.coerce.number(), z.literal([12, 15])), 12),
  CRON_SECRET: z.optional(text.check(z.minLength(16))),
  SIMULATOR_SPEED: z._default(
    z.pipe(z.coerce.number(), z.number().check(z.gte(0.1), z.lte(1000))),
    1,
  ),
  LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
  /** Where ffmpeg is looked for. */
  PATH: z._default(text, ''),
})

export type Env = Readonly<z.infer<typeof schema>>

/** Parses a set of variables. Throws one error that names every faulty variable and no value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) =>
      value?.trim() ? [[name, value.trim()]] : [],
    ),
  )
  const result = schema.safeParse(present)
  if (result.success) return Object.freeze(result.data)
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `  ${name}: ${name in present ? 'is not valid' : 'is missing'}`
  })
  throw new Error(`The environment needs attention:\n${faults.join('\n')}\nSee .env.example.`)
}

let parsed: Env | undefined

/** The process's environment, parsed at first use: building needs none of it. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
