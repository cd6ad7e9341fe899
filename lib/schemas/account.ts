import * as z from 'zod/mini'

/** `GET /api/balance`, amounts in JimiCoin. `null` where the gateway did not tell. */
export const balanceSchema = z.object({
  simulated: z.boolean(),
  unit: z.literal('JimiCoin'),
  account: z.nullable(z.object({ balance: z.number(), used: z.number(), available: z.number() })),
  key: z.nullable(
    z.object({
      name: z.nullable(z.string()),
      total_quota: z.number(),
      used_quota: z.number(),
      available_quota: z.number(),
      unlimited: z.boolean(),
    }),
  ),
})
export type Balance = z.infer<typeof balanceSchema>

/** `GET /api/models`: the capability table with the prices of this key. */
export const modelsSchema = z.object({
  data: z.array(z.looseObject({ id: z.string(), line: z.string() })),
  settings: z.object({
    full_max_seconds: z.union([z.literal(12), z.literal(15)]),
    own_links: z.optional(z.boolean()),
  }),
  /** JimiCoin by billing name; `null` while the gateway has not told. */
  prices: z.nullable(z.record(z.string(), z.number())),
  unit: z.literal('JimiCoin'),
})
export type ModelsAnswer = z.infer<typeof modelsSchema>

/** `GET /api/health`. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'attention']),
  simulated: z.boolean(),
  archive: z.object({
    unsaved: z.number(),
    /** When the first of them was finished. */
    oldest_unsaved_at: z.nullable(z.iso.datetime()),
    /** Seconds until the first link of an unsaved clip dies; negative when it has. */
    seconds_left: z.nullable(z.number()),
    lost: z.number(),
  }),
  unconfirmed: z.number(),
})
