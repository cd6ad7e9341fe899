import 'server-only'
import type * as z from 'zod/mini'
import { getModel } from '@/lib/models/capabilities'
import type { PriceList } from '@/lib/models/estimate'
import type { TaskInput } from '@/lib/models/task-input'
import type { Egress, EgressTimeouts } from '@/lib/server/egress'
import {
  libraries,
  observedAsset,
  type AssetItem,
  type AssetObservation,
  type LibraryName,
} from './asset-library'
import { createBatch } from './batch'
import { multipartFile, type OutgoingFile } from './multipart'
import {
  readAsset,
  readCreate,
  readQuery,
  readUpload,
  readValue,
  type AssetOutcome,
  type CreateOutcome,
  type QueryOutcome,
  type ReadOutcome,
  type UploadOutcome,
} from './outcome'
import { toCreateBody } from './translate'
import { createTransport } from './transport'
import { balanceSchema, catalogSchema, keyBalanceSchema } from './wire'

export type { AssetItem, AssetObservation, LibraryName } from './asset-library'
export type { OutgoingFile } from './multipart'
export type {
  AssetOutcome,
  CreateOutcome,
  QueryOutcome,
  ReadOutcome,
  UploadOutcome,
} from './outcome'

/** The account, in JimiCoin (protocol §6.1). */
export type Balance = z.infer<typeof balanceSchema>

/** The key, in JimiCoin (protocol §6.2). `available_quota` means nothing when `unlimited`. */
export type KeyBalance = {
  name: string | null
  total_quota: number
  used_quota: number
  available_quota: number
  unlimited: boolean
}

/** The gateway. What can be expected to go wrong is an outcome, not an error. */
export type Gateway = {
  /** Sends one paid create, at most once. Throws only for an input that was never valid. */
  create(input: TaskInput): Promise<CreateOutcome>
  query(taskId: string): Promise<QueryOutcome>
  /** Leaves a copy with the gateway, at most 100 MB (protocol §5.1). Costs nothing, so it may be repeated. */
  upload(file: OutgoingFile): Promise<UploadOutcome>
  /** Hands one item to a library, at most once (§5.2, §5.3). */
  submitAsset(library: LibraryName, item: AssetItem): Promise<AssetOutcome>
  /** Questions of one moment go out as one. */
  assetState(library: LibraryName, assetId: string): Promise<ReadOutcome<AssetObservation>>
  balance(): Promise<ReadOutcome<Balance>>
  keyBalance(): Promise<ReadOutcome<KeyBalance>>
  /** Public unit prices by billing name, in JimiCoin. An account may have others (protocol §6.3). */
  prices(): Promise<ReadOutcome<PriceList>>
}

export type GatewayOptions = {
  baseUrl: string
  key: string
  egress: Egress
  timeouts?: { create?: EgressTimeouts; read?: EgressTimeouts; upload?: EgressTimeouts }
  now?: () => Date
}

/** A create may be answered only when the service behind the gateway has taken it. */
const createTimeouts: EgressTimeouts = { headers: 120_000, body: 30_000, total: 150_000 }
/** Five minutes, as the gateway's own client has it. */
const uploadTimeouts: EgressTimeouts = { headers: 300_000, body: 30_000, total: 300_000 }
const readTimeouts: EgressTimeouts = { headers: 20_000, body: 10_000, total: 30_000 }

export function createGateway(options: GatewayOptions): Gateway {
  const { baseUrl, egress, timeouts, now = () => new Date() } = options
  const key = readKey(options.key)
  const send = createTransport({ baseUrl, key, egress, now })
  const redact = (text: string) => text.replaceAll(key, '[key]')
  const read = (path: string) =>
    send({ method: 'GET', path, timeouts: timeouts?.read ?? readTimeouts })

  const stateAsker = (library: LibraryName) =>
    createBatch((ids) =>
      send({
        method: 'POST',
        path: libraries[library].statusPath,
        body: { asset_ids: ids },
        timeouts: timeouts?.read ?? readTimeouts,
      }),
    )
  const askStates = {
    full: stateAsker('full'),
    sp: stateAsker('sp'),
    sp_real_person: stateAsker('sp_real_person'),
  }

  return {
    async create(input) {
      const model = getModel(input.model)
      if (!model) throw new Error(`Not a model of ours: ${input.model}`)
      const reply = await send({
        method: 'POST',
        path: '/api/open-api/v1/seedance/videos',
        body: toCreateBody(input, model),
        timeouts: timeouts?.create ?? createTimeouts,
      })
      return readCreate(reply, redact)
    },
    async query(taskId) {
      const reply = await read(`/api/open-api/v1/videos/${encodeURIComponent(taskId)}`)
      return readQuery(reply, now(), redact)
    },
    async upload(file) {
      const reply = await send({
        method: 'POST',
        path: '/api/open-api/v1/files/upload',
        file: multipartFile(file),
        timeouts: timeouts?.upload ?? uploadTimeouts,
      })
      return readUpload(reply, redact)
    },
    async submitAsset(library, item) {
      const { submitPath, body } = libraries[library]
      const reply = await send({
        method: 'POST',
        path: submitPath,
        body: body(item),
        timeouts: timeouts?.create ?? createTimeouts,
      })
      return readAsset(reply, redact)
    },
    async assetState(library, assetId) {
      const reply = await askStates[library](assetId)
      return readValue(reply, (data) => observedAsset(data, assetId))
    },
    async balance() {
      const reply = await read('/api/open-api/v1/user/balance')
      return readValue(reply, (data) => balanceSchema.safeParse(data).data ?? null)
    },
    async keyBalance() {
      const reply = await read('/api/open-api/v1/key/balance')
      return readValue(reply, (data) => toKeyBalance(keyBalanceSchema.safeParse(data).data))
    },
    async prices() {
      const reply = await read('/api/openapi/model/catalog')
      return readValue(reply, (data) => toPriceList(catalogSchema.safeParse(data).data))
    },
  }
}

/** Stray spaces are a known cause of failing keys (protocol §1.2). Throws without telling the key. */
function readKey(key: string): string {
  const bare = key.trim()
  if (!/^[\x21-\x7e]+$/.test(bare)) throw new Error('The API key holds characters no key has')
  return bare
}

/** A quota of 0 is no quota, whether or not the gateway says `unlimited`. */
function toKeyBalance(data: z.infer<typeof keyBalanceSchema> | undefined): KeyBalance | null {
  if (!data) return null
  const { name = null, unlimited, ...numbers } = data
  return { ...numbers, name, unlimited: unlimited ?? numbers.total_quota === 0 }
}

function toPriceList(data: z.infer<typeof catalogSchema> | undefined): PriceList | null {
  if (!data) return null
  return Object.fromEntries(
    data.list.flatMap((row) => (row ? [[row.model_name, row.unit_price] as const] : [])),
  )
}
