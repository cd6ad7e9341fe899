import 'server-only'
import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './egress-address'
import { EgressError } from './egress-error'

export type ConnectOptions = {
  /** `public`: only addresses of the public internet. `any`: for listed hosts. */
  reach: 'public' | 'any'
  lookup?: LookupFunction
  /** Milliseconds for name, socket and TLS together. */
  timeout: number
}

/**
 * Opens sockets for undici. The address is judged in the very answer the socket connects to, so a name
 * that resolves differently a moment later gains nothing; addresses written as numbers skip the lookup
 * and are judged here.
 */
export function createConnector({
  reach,
  lookup = systemLookup,
  timeout,
}: ConnectOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout,
    allowH2: false,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1_000,
    lookup: reach === 'public' ? publicLookup(lookup) : lookup,
  })
  if (reach === 'any') return connect
  return (options, callback) => {
    if (isIP(options.hostname) && !isPublicAddress(options.hostname))
      return callback(blocked(options.hostname), null)
    connect(options, (error, socket) => {
      if (error) return callback(error, null)
      if (isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket)
      socket.destroy()
      callback(blocked(options.hostname), null)
    })
  }
}

/** A lookup that fails when any of the name's addresses is not public: a mixed answer is an attack. */
export function publicLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, address, family) => {
      if (error) return callback(error, address, family)
      const addresses = typeof address === 'string' ? [address] : address.map((one) => one.address)
      if (addresses.length > 0 && addresses.every(isPublicAddress))
        return callback(null, address, family)
      callback(blocked(hostname), address, family)
    })
}

function blocked(hostname: string): EgressError {
  return new EgressError('blocked', false, `${hostname} is not a public address`)
}
