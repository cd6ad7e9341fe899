import 'server-only'
import path from 'node:path'
import * as z from 'zod/mini'
import type { S3Settings } from './media/s3-settings'

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
  /** Where the gateway can fetch material from us. */
  APP_URL: z.optional(z.url({ protocol: /^https$/ })),
  FULL_MAX_SECONDS: z._default(z.pipe(z.coerce.number(), z.literal([12, 15])), 12),
  CRON_SECRET: z.optional(text.check(z.minLength(16))),
  SIMULATOR_SPEED: z._default(
    z.pipe(z.coerce.number(), z.number().check(z.gte(0.1), z.lte(1000))),
    1,
  ),
  LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
  /** Where ffmpeg is looked for. */
  PATH: z._default(text, ''),
  STORAGE: z._default(z.enum(['local', 's3']), 'local'),
})

/** Asked for only where media live, or are copied from or to, a bucket. */
const s3Schema = z.object({
  S3_BUCKET: text.check(z.regex(/^[a-zA-Z0-9][\w.-]{1,61}[a-zA-Z0-9]$/)),
  S3_REGION: z._default(text, 'us-east-1'),
  S3_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  S3_FORCE_PATH_STYLE: z._default(z.stringbool(), false),
})

export type Env = Readonly<z.infer<typeof schema>> & { readonly s3: S3Settings | null }

type Variables = Record<string, string | undefined>

/** Parses a set of variables. Throws one error that names every faulty variable and no value. */
export function parseEnv(source: Variables): Env {
  if (source['STORAGE']?.trim() !== 's3') return { ...read(schema, source), s3: null }
  const { shape } = s3Schema
  const variables = read(z.extend(schema, shape), source)
  return { ...variables, s3: toSettings(variables) }
}

/** The bucket's variables alone. Throws as `parseEnv` does. */
export function parseS3(source: Variables): S3Settings {
  return toSettings(read(s3Schema, source))
}

function read<Schema extends z.ZodMiniType>(schema: Schema, source: Variables): z.infer<Schema> {
  const present = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) =>
      value?.trim() ? [[name, value.trim()]] : [],
    ),
  )
  const result = z.safeParse(schema, present)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `  ${name}: ${name in present ? 'is not valid' : 'is missing'}`
  })
  throw new Error(`The environment needs attention:\n${faults.join('\n')}\nSee .env.example.`)
}

function toSettings(variables: z.infer<typeof s3Schema>): S3Settings {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT } = variables
  const url = new URL(S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`)
  if (variables.S3_FORCE_PATH_STYLE) url.pathname = path.posix.join(url.pathname, bucket, '/')
  else url.host = `${bucket}.${url.host}`
  return {
    bucketUrl: url.href,
    region,
    accessKeyId: variables.S3_ACCESS_KEY_ID,
    secretAccessKey: variables.S3_SECRET_ACCESS_KEY,
  }
}

let parsed: Env | undefined

/** The process's environment, parsed at first use: building needs none of it. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
