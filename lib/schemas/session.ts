import * as z from 'zod/mini'
import { passwordSchema } from './member'

/** A place where a member is signed in. */
export const sessionSchema = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  /** The browser's own words for itself. */
  user_agent: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  created_at: z.iso.datetime(),
  /** To the hour. */
  last_used_at: z.iso.datetime(),
})
export type Session = z.infer<typeof sessionSchema>

/** `GET /api/sessions`, the last used first. */
export const sessionListSchema = z.object({ data: z.array(sessionSchema) })
export type SessionList = z.infer<typeof sessionListSchema>

/** `POST /api/auth/sign-in/email`; answers 204. */
export const signInSchema = z.strictObject({
  email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254)),
  password: z.string().check(z.maxLength(128)),
})

/** `POST /api/auth/sign-in/oidc`; `next` is a path of ours. Answers where the browser must go. */
export const companySignInSchema = z.strictObject({
  next: z._default(z.string().check(z.regex(/^\/(?![/\\])[^\s\\]*$/), z.maxLength(2048)), '/'),
})
export const companySignInAnswerSchema = z.object({ url: z.string() })

/** `POST /api/auth/change-password`; answers 204 and ends all other sessions. */
export const passwordChangeSchema = z.strictObject({
  current_password: z.string().check(z.maxLength(128)),
  new_password: passwordSchema,
})
