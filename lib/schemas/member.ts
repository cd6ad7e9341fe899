import * as z from 'zod/mini'

const roleSchema = z.enum(['admin', 'creator', 'viewer'])
/** PostgreSQL has no text with a NUL in it. */
const noNul = z.refine<string>((text) => !text.includes('\0'))
const nameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), noNul)
export const passwordSchema = z.string().check(z.minLength(10), z.maxLength(128))
const emailSchema = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email())

/** One of the team, as the others may know them. */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  joined_at: z.iso.datetime(),
  /** The rest is told to admins alone; null to the others. */
  email: z.nullable(z.string()),
  removed_at: z.nullable(z.iso.datetime()),
})
export type TeamMember = z.infer<typeof memberSchema>

/** `GET /api/members`: admins first, removed members for admins alone. */
export const memberListSchema = z.object({ data: z.array(memberSchema) })
export type MemberList = z.infer<typeof memberListSchema>

/** `PATCH /api/members/:id`: everybody their own name, admins role and removal. */
export const memberPatchSchema = z.strictObject({
  name: z.optional(nameSchema),
  role: z.optional(roleSchema),
  removed: z.optional(z.boolean()),
})
export type MemberPatch = z.infer<typeof memberPatchSchema>

/** A way into the team. Its link is told once, by the POST that makes it. */
export const invitationSchema = z.object({
  id: z.string(),
  role: roleSchema,
  /** Whom it is meant for, in the inviter's words. */
  name: z.nullable(z.string()),
  state: z.enum(['open', 'accepted', 'expired', 'revoked']),
  /** null: made by the server, for the first admin. */
  invited_by: z.nullable(z.object({ id: z.string(), name: z.string() })),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitationSchema>

export const invitationListSchema = z.object({ data: z.array(invitationSchema) })

/** `POST /api/invitations`. */
export const newInvitationSchema = z.strictObject({
  role: roleSchema,
  name: z.optional(z.string().check(z.trim(), z.maxLength(80), noNul)),
})
export const madeInvitationSchema = z.extend(invitationSchema, { url: z.string() })
export type MadeInvitation = z.infer<typeof madeInvitationSchema>

const tokenSchema = z.string().check(z.minLength(1), z.maxLength(200))

/** `GET /api/invitations/accept?token=`: what the holder of an open link may know. */
export const invitationTokenSchema = z.strictObject({ token: tokenSchema })
export const offerSchema = z.object({
  role: roleSchema,
  name: z.nullable(z.string()),
  expires_at: z.iso.datetime(),
})
export type Offer = z.infer<typeof offerSchema>

/** `POST /api/invitations/accept`. */
export const acceptanceSchema = z.strictObject({
  token: tokenSchema,
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
})
export type Acceptance = z.infer<typeof acceptanceSchema>
