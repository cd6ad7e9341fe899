#!/usr/bin/env node
/**
 * Prisma's schema engine as a program. The CLI expects a native binary that it would download from
 * a host outside the npm registry; this answers the same line-based JSON-RPC from the WebAssembly
 * build of the same engine, which npm has. `prisma.config.ts` points the CLI here.
 */
import { createInterface } from 'node:readline'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { createAdapterFactory } from './schema-engine-adapter.mjs'

/** @typedef {{ id: number, method: string, params?: Record<string, unknown> }} Request */

const connectTimeoutMs = 10_000

/** @type {[string, string]} */
const blankSchema = ['schema.prisma', 'datasource db { provider = "postgresql" }']

class EngineError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/** @param {string} databaseUrl */
const databaseName = (databaseUrl) =>
  decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'postgres'

/** @param {string} databaseUrl @param {(client: pg.Client) => Promise<void>} work */
async function withClient(databaseUrl, work) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectTimeoutMs,
  })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Fails with the codes by which the CLI tells a missing database from an unreachable server. @param {string} url */
async function checkConnection(url) {
  try {
    await withClient(url, async () => {})
  } catch (error) {
    const { code, message } = /** @type {Error & { code?: string }} */ (error)
    const name = databaseName(url)
    if (code === '3D000') throw new EngineError('P1003', `Database "${name}" does not exist`)
    if (code === '28P01') throw new EngineError('P1000', 'Authentication failed')
    throw new EngineError('P1001', `Can't reach database server: ${message || code}`)
  }
}

/** @param {string} url */
async function createDatabase(url) {
  const name = databaseName(url)
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  await withClient(maintenance.href, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  })
  return { databaseName: name }
}

/** The engine reports Rust panics through this global. */
const panics = {
  message: '',
  /** @param {string} message */
  set_message(message) {
    panics.message = message
  },
}

async function loadEngine() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const { resolve } = createRequire(import.meta.url)
  const wasmPath = resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ (
      /** @type {unknown} */ (bindings)
    ),
  })
  const glue = /** @type {{ __wbg_set_wasm(exports: WebAssembly.Exports): void }} */ (
    /** @type {unknown} */ (bindings)
  )
  glue.__wbg_set_wasm(instance.exports)
  const start = /** @type {() => void} */ (instance.exports['__wbindgen_start'])
  start()
  return bindings.SchemaEngine
}

/** @typedef {{ url: string, datamodels: [string, string][] }} Target */

/** @param {Target} target */
async function createEngine({ url, datamodels }) {
  const SchemaEngine = await loadEngine()
  // `migrate diff` names no schema of its own, and the engine does not start without one.
  const schemas = datamodels.length > 0 ? datamodels : [blankSchema]
  const factory = bindMigrationAwareSqlAdapterFactory(createAdapterFactory(url))
  return SchemaEngine.new({ datamodels: schemas }, () => {}, factory)
}

/**
 * @param {import('@prisma/schema-engine-wasm').SchemaEngine} engine
 * @param {string} method
 * @param {Record<string, unknown> | undefined} params
 */
async function callEngine(engine, method, params) {
  /** @param {string} name @returns {Promise<unknown>} */
  const call = async (name) => {
    const run = Reflect.get(engine, name)
    if (typeof run !== 'function') throw new EngineError('P0000', `Unknown method ${name}`)
    return (await Reflect.apply(run, engine, [params ?? null])) ?? {}
  }
  // This one would need a shadow database and does not get one, unless the engine remembers the
  // outcome of these migrations from having diagnosed them.
  if (method === 'evaluateDataLoss') await call('devDiagnostic')
  return call(method === 'getDatabaseVersion' ? 'version' : method)
}

/** @param {unknown} error */
function rpcError(error) {
  const { code, message, meta, stack } = /** @type {Error & { code?: string, meta?: unknown }} */ (
    error
  )
  const panic = error instanceof WebAssembly.RuntimeError
  const text = panic && panics.message ? panics.message : message
  return {
    code: 4466,
    message: text,
    data: { is_panic: panic, message: panic ? stack : text, error_code: code ?? null, meta },
  }
}

/** @param {Target} target */
async function serve(target) {
  /** @type {ReturnType<typeof createEngine> | undefined} */
  let engine

  /** @param {Request} request @returns {Promise<unknown>} */
  const answer = async ({ method, params }) => {
    if (method === 'createDatabase') return createDatabase(target.url)
    if (method === 'ensureConnectionValidity') {
      await checkConnection(target.url)
      return {}
    }
    engine ??= createEngine(target)
    return callEngine(await engine, method, params)
  }

  // A Rust panic surfaces outside of the promise whose call it ended, and leaves nothing to go on with.
  let pending = 0
  process.on('uncaughtException', (error) => {
    send({ id: pending, error: rpcError(error) })
    process.exitCode = 101
    process.stdin.destroy()
  })

  for await (const line of createInterface({ input: process.stdin })) {
    const request = /** @type {Request} */ (JSON.parse(line))
    pending = request.id
    const reply = await answer(request).then(
      (result) => ({ result }),
      (error) => ({ error: rpcError(error) }),
    )
    /** Only the native engine prints; the WebAssembly one hands the text of a diff back. */
    const text = 'result' in reply && /** @type {{ stdout?: string }} */ (reply.result)?.stdout
    if (request.method === 'diff' && text) {
      send({ method: 'print', params: { content: text.replace(/\n$/, '') }, id: 0 })
    }
    send({ id: request.id, ...reply })
  }
}

/** @param {object} message */
const send = (message) =>
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

/** @param {'INFO' | 'ERROR'} level @param {object} fields */
const log = (level, fields) =>
  process.stderr.write(`${JSON.stringify({ level, target: 'schema_engine::logger', fields })}\n`)

/** @param {string} command @param {string} databaseUrl */
async function runCommand(command, databaseUrl) {
  log('INFO', { message: command })
  try {
    if (command === 'create-database') await createDatabase(databaseUrl)
    else await checkConnection(databaseUrl)
  } catch (error) {
    const { code, message } = /** @type {EngineError} */ (error)
    log('ERROR', { error_code: code ?? 'P1001', message })
    process.exitCode = 1
  }
}

const args = process.argv.slice(2)
/** @param {string} flag */
const valuesOf = (flag) => args.filter((_, index) => args[index - 1] === flag)
const [datasource] = valuesOf('--datasource')
const databaseUrl = /** @type {{ url?: string }} */ (JSON.parse(datasource ?? '{}')).url ?? ''

if (args.includes('--version')) {
  await loadEngine()
  const hash = bindings.version().split('.').at(-1)
  process.stdout.write(`schema-engine-cli ${hash}\n`)
} else if (args.includes('cli')) {
  await runCommand(args.at(-1) ?? '', databaseUrl)
} else {
  /** @type {[string, string][]} */
  const datamodels = []
  for (const path of valuesOf('--datamodels')) datamodels.push([path, await readFile(path, 'utf8')])
  await serve({ url: databaseUrl, datamodels })
}
