import 'server-only'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError } from 'better-auth/api'
import {
  createAuthorizationURL,
  verifyProviderIdToken,
  type OAuthProvider,
} from 'better-auth/oauth2'
import * as z from 'zod/mini'
import type { Egress } from '@/lib/server/egress'
import type { Oidc } from '@/lib/server/env'
import type { Logger } from '@/lib/server/log'
import { askJson } from './ask-json'

/** How better-auth calls the company's provider: in its callback's address, and in accounts. */
export const companyId = 'oidc'

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.optional(z.array(z.string())),
})

const keysSchema = z.object({ keys: z.array(z.looseObject({ kid: z.optional(z.string()) })) })

const tokensSchema = z.object({ id_token: z.string() })

/** As some providers write a boolean. */
const trueSchema = z.union([z.literal(true), z.literal('true')])

const claimsSchema = z.object({
  sub: z.string(),
  email: z.optional(z.string()),
  email_verified: z.optional(z.unknown()),
  name: z.optional(z.string()),
})
type Claims = z.infer<typeof claimsSchema>

/** What a token may be signed with; a secret that both sides know is none of it. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA']

/**
 * Signing in with the company's OpenID Connect provider. better-auth keeps state, nonce and PKCE, and
 * judges the ID token; what is asked of the provider goes through egress, which better-auth's own plugin
 * for this does not. Nothing is remembered between two sign-ins, so new keys count at once.
 */
export function companyProvider(oidc: Oidc, egress: Egress, log: Logger): BetterAuthPlugin {
  const provider = createProvider(oidc, egress, log)
  return {
    id: 'company',
    init: ({ socialProviders }) => ({
      context: { socialProviders: [provider, ...socialProviders] },
    }),
  }
}

function createProvider(oidc: Oidc, egress: Egress, log: Logger): OAuthProvider<Claims> {
  const issuer = oidc.issuer.replace(/\/$/, '')

  async function discover() {
    const url = `${issuer}/.well-known/openid-configuration`
    const found = z.parse(discoverySchema, await askJson(egress, url))
    if (found.issuer.replace(/\/$/, '') !== issuer) throw new Error('OIDC_ISSUER is another one')
    return found
  }

  return {
    id: companyId,
    name: companyId,
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => profile.sub,

    async createAuthorizationURL({ state, codeVerifier, redirectURI, idTokenNonce }) {
      const { authorization_endpoint } = await discover().catch((error: unknown) => {
        log.warn({ error }, 'the sign-in of the company cannot be reached')
        throw new APIError('SERVICE_UNAVAILABLE')
      })
      return createAuthorizationURL({
        id: companyId,
        options: oidc,
        authorizationEndpoint: authorization_endpoint,
        scopes: ['openid', 'email', 'profile'],
        state,
        codeVerifier,
        redirectURI,
        nonce: idTokenNonce,
      })
    },

    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      const found = await discover()
      const form = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectURI,
        ...(codeVerifier && { code_verifier: codeVerifier }),
      })
      const headers = authenticate(oidc, found.token_endpoint_auth_methods_supported, form)
      const answer = await askJson(egress, found.token_endpoint, { form, headers })
      return { idToken: z.parse(tokensSchema, answer).id_token }
    },

    async getUserInfo({ idToken = '', expectedIdTokenNonce: nonce }) {
      const claims = await readClaims(idToken, nonce).catch((error: unknown) => {
        log.warn({ error }, 'an identity of the company cannot be judged')
        return null
      })
      if (!claims) return null
      const user = {
        name: claims.name?.trim().slice(0, 80) || claims.email?.split('@')[0] || 'Member',
        email: claims.email,
        emailVerified: z.safeParse(trueSchema, claims.email_verified).success,
      }
      return { user, data: claims }
    },
  }

  /** What the token says; null for one that is not the provider's, not for us, or of another request. */
  async function readClaims(token: string, nonce: string | undefined): Promise<Claims | null> {
    if (!nonce) return null
    const found = await discover()
    const { keys } = z.parse(keysSchema, await askJson(egress, found.jwks_uri))
    const idToken = {
      issuer: found.issuer,
      audience: oidc.clientId,
      algorithms,
      jwks: async ({ kid }: { kid?: string | undefined }) => {
        const key = keys.find((one) => kid === undefined || one.kid === kid)
        if (!key) throw new Error('The provider does not publish this key')
        return key
      },
    }
    const genuine = await verifyProviderIdToken({ id: companyId, idToken }, token, nonce)
    return genuine ? z.parse(claimsSchema, payloadOf(token)) : null
  }
}

/** The client's secret, the way this provider takes it (RFC 6749, 2.3.1). */
function authenticate(
  { clientId, clientSecret }: Oidc,
  methods: string[] | undefined,
  form: URLSearchParams,
): Record<string, string> {
  if (methods && !methods.includes('client_secret_basic')) {
    form.set('client_id', clientId)
    form.set('client_secret', clientSecret)
    return {}
  }
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':')
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

function payloadOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}
