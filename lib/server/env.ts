import 'server-only'
import path from 'node:path'
import * as z from 'zod/mini'
import type { S3Settings } from './media/s3-settings'
import { isLoopbackName } from './public-url'

const port = z.pipe(z.coerce.number(), z.int().check(z.gte(1), z.lte(65535)))

const text = z.string()

/** Passwords may cross a network by https alone; to this very machine they cross none. */
function isSafeOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackName(hostname))
}

/** Every variable the server reads. Empty counts as unset; nothing else reads `process.env`. */
const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATA_DIR: z._default(text, './data'),
  PORT: z._default(port, 3000),
  SEEDANCE_API_KEY: z.optional(text),
  SEEDANCE_BASE_URL: z._default(z.url({ protocol: /^https?$/ }), 'https://www.jimmyai.cn'),
  EGRESS_ALLOW: z._default(text, ''),
  /** The address people open. It makes a team of whoever comes: accounts, roles, origin checks. */
  APP_URL: z.optional(z.url().check(z.refine(isSafeOrigin))),
  OIDC_ISSUER: z.optional(z.url().check(z.refine(isSafeOrigin))),
  OIDC_CLIENT_ID: z.optional(text),
  OIDC_CLIENT_SECRET: z.optional(text),
  /** Where finished tasks are told of, and what signs it. */
  NOTIFY_WEBHOOK_URL: z.optional(z.url({ protocol: /^https?$/ })),
  NOTIFY_WEBHOOK_SECRET: z.optional(text.check(z.minLength(16))),
  FULL_MAX_SECONDS: z._default(z.pipe(z.coerce.number(), z.literal([12, 15])), 12),
  CRON_SECRET: z.optional(text.check(z.minLength(16))),
  SIMULATOR_SPEED: z._default(
    z.pipe(z.coerce.number(), z.number().check(z.gte(0.1), z.lte(1000))),
    1,
  ),
  /** The most pixels that a simulated video is drawn from. */
  SIMULATOR_PIXELS: z.optional(z.pipe(z.coerce.number(), z.int().check(z.gte(10_000)))),
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

/** The company's own sign-in. */
export type Oidc = { issuer: string; clientId: string; clientSecret: string }

/** All three of OIDC_*, or none. Throws when some are missing. */
export function readOidc(variables: Env): Oidc | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = variables
  const given = together(variables, ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
  return given
    ? { issuer: OIDC_ISSUER!, clientId: OIDC_CLIENT_ID!, clientSecret: OIDC_CLIENT_SECRET! }
    : null
}

/** NOTIFY_WEBHOOK_URL and its secret, or neither. Throws when one is missing. */
export function readWebhook(variables: Env): { url: string; secret: string } | null {
  const { NOTIFY_WEBHOOK_URL, NOTIFY_WEBHOOK_SECRET } = variables
  const given = together(variables, ['NOTIFY_WEBHOOK_URL', 'NOTIFY_WEBHOOK_SECRET'])
  return given ? { url: NOTIFY_WEBHOOK_URL!, secret: NOTIFY_WEBHOOK_SECRET! } : null
}

function together(variables: Env, names: (keyof Env)[]): boolean {
  const missing = names.filter((name) => !variables[name])
  if (missing.length === names.length) return false
  if (missing.length === 0) return true
  const faults = missing.map((name) => `  ${name}: is missing`)
  throw new Error(`The environment needs attention:\n${faults.join('\n')}\nSee .env.example.`)
}

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
