import 'server-only'
import ipaddr from 'ipaddr.js'
import { isPublicAddress } from './egress-address'

/** Names that mean something inside one network only (RFC 6762, RFC 8375 and custom). */
const insideNames = /\.(local|localhost|internal|intranet|lan|home|arpa|test)$/

/**
 * Whether strangers can be given this link, as far as it shows without asking anybody: https, and a host
 * that is no private address and no name of one network.
 */
export function isPublicUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (protocol !== 'https:') return false
  return ipaddr.isValid(host)
    ? isPublicAddress(host)
    : host.includes('.') && !insideNames.test(host)
}

/** The names by which a machine calls itself. */
export function isLoopbackName(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname.toLowerCase())
}
