import 'server-only'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The only block from which public IPv6 addresses are handed out. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** Public by number, but served by the machine's own host (Azure's wire server). */
const hostServices = new Set(['168.63.129.16'])

/** The last 64 bits of an ISATAP address carry an IPv4 address of a private network. */
const isatap = [0x0000, 0x0200]

/**
 * Whether an address (no brackets, no port) belongs to the public internet. Everything that carries
 * another address inside (IPv4-mapped, NAT64, 6to4, Teredo, ISATAP) counts as not public.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return ipaddr.IPv4.parse(address).range() === 'unicast' && !hostServices.has(address)
    case 6: {
      const parsed = ipaddr.IPv6.parse(address)
      const [, , , , high, low] = parsed.parts
      return (
        parsed.match(globalUnicast) &&
        parsed.range() === 'unicast' &&
        !(low === 0x5efe && isatap.includes(high ?? 0))
      )
    }
    default:
      return false
  }
}
