import * as z from 'zod/mini'

export const fieldIssueSchema = z.object({
  code: z.string(),
  message: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})

/** The one error envelope of our HTTP API. `retry_after` is in seconds. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.optional(z.record(z.string(), z.array(fieldIssueSchema))),
    retry_after: z.optional(z.number()),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>
