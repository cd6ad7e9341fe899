import { BlockList, isIPv4 } from 'node:net'

/** Where a proxy of ours may stand: on this machine, or beside it. */
const near = new BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

/**
 * Whom a request comes from, for the limits on signing in: whoever opened the socket; behind a proxy the
 * last address of `X-Forwarded-For` that no proxy of ours is, for those before it are anybody's claim.
 * @param {{ socket: { remoteAddress?: string }, headers: import('node:http').IncomingHttpHeaders }} request
 * @returns {string}
 */
export function addressOf({ socket, headers }) {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',')
  const chain = forwarded.split(',').map(plain).filter(Boolean)
  let address = plain(socket.remoteAddress ?? '')
  while (isNear(address) && chain.length > 0) address = chain.pop() ?? address
  return address || '0.0.0.0'
}

/** @param {string} address */
function plain(address) {
  return address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '')
}

/** @param {string} address */
function isNear(address) {
  try {
    return near.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
  } catch {
    return false
  }
}
