import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of whoever signs in, and how it lies. */
export type Identity = {
  sub: string
  email: string
  email_verified?: unknown
  name?: string
  /** Claims that stand in the token instead of the right ones. */
  forged?: Record<string, unknown>
  /** Signs with a key that it does not publish. */
  strangeKey?: boolean
}

export type OidcProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** As whom the next browser signs in; the code that it brings back. */
  signIn(authorizationUrl: string, identity: Identity): { code: string; state: string }
  close(): Promise<void>
}

type Grant = { identity: Identity; nonce: string; challenge: string; redirectUri: string }

/** A small OpenID Connect provider on loopback: discovery, tokens against a code with PKCE, keys. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const { clientId, clientSecret } = { clientId: 'dailies', clientSecret: 'of the tests' }
  const [own, strange] = [keyPair(), keyPair()]
  const grants = new Map<string, Grant>()
  let issuer = ''

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return void send(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
        })
      case '/keys':
        return void send(200, {
          keys: [{ ...own.publicJwk, kid: 'one', use: 'sig', alg: 'RS256' }],
        })
      case '/token': {
        const form = new URLSearchParams(await text(request))
        const grant = grants.get(form.get('code') ?? '')
        grants.delete(form.get('code') ?? '')
        const pair = `${clientId}:${encodeURIComponent(clientSecret)}`
        const known = request.headers.authorization === `Basic ${btoa(pair)}`
        const verifier = createHash('sha256').update(form.get('code_verifier') ?? '')
        const proven = grant?.challenge === verifier.digest('base64url')
        if (!grant || !known || !proven || form.get('redirect_uri') !== grant.redirectUri) {
          return void send(400, { error: 'invalid_grant' })
        }
        return void send(200, { token_type: 'Bearer', id_token: tokenOf(grant) })
      }
      default:
        return void send(404, {})
    }
  }

  function tokenOf({ identity, nonce }: Grant): string {
    const { forged, strangeKey, ...claims } = identity
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, exp: now + 300 }
    const payload = { iss: issuer, aud: clientId, ...times, nonce, ...claims, ...forged }
    const words = [{ alg: 'RS256', kid: 'one' }, payload].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
    const signature = createSign('RSA-SHA256').update(words.join('.'))
    return [...words, signature.sign((strangeKey ? strange : own).key, 'base64url')].join('.')
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    issuer,
    clientId,
    clientSecret,
    signIn(authorizationUrl, identity) {
      const { searchParams } = new URL(authorizationUrl)
      const code = crypto.randomUUID()
      grants.set(code, {
        identity,
        nonce: searchParams.get('nonce') ?? '',
        challenge: searchParams.get('code_challenge') ?? '',
        redirectUri: searchParams.get('redirect_uri') ?? '',
      })
      return { code, state: searchParams.get('state') ?? '' }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { publicJwk: publicKey.export({ format: 'jwk' }), key: privateKey }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
