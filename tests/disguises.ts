export type Octets = readonly [number, number, number, number]

/** Places that only we can reach. The first three lead to this machine itself, where a canary listens. */
const targets: readonly Octets[] = [
  [127, 0, 0, 1],
  [127, 1, 2, 3],
  [0, 0, 0, 0],
  [10, 0, 0, 5],
  [172, 16, 0, 1],
  [172, 31, 255, 254],
  [192, 168, 1, 1],
  [169, 254, 169, 254],
  [169, 254, 170, 2],
  [100, 64, 0, 1],
  [100, 100, 100, 200],
  [192, 0, 0, 192],
  [168, 63, 129, 16],
  [198, 18, 0, 1],
  [224, 0, 0, 1],
  [255, 255, 255, 255],
]

const hex = (value: number, digits = 0) => value.toString(16).padStart(digits, '0')
const octal = (value: number, digits = 0) => value.toString(8).padStart(digits, '0')
const whole = ([a, b, c, d]: Octets) => ((a * 256 + b) * 256 + c) * 256 + d
const high = ([a, b]: Octets) => hex(a * 256 + b)
const low = ([, , c, d]: Octets) => hex(c * 256 + d)
const inverted = (octets: Octets) => octets.map((octet) => 255 - octet) as unknown as Octets

/** Every way to write a dotted address as a host that a URL parser takes for it. */
const spellings: Record<string, (ip: Octets) => string> = {
  dotted: (ip) => ip.join('.'),
  'dotted with a final dot': (ip) => `${ip.join('.')}.`,
  decimal: (ip) => String(whole(ip)),
  'decimal with a final dot': (ip) => `${whole(ip)}.`,
  hexadecimal: (ip) => `0x${hex(whole(ip))}`,
  'hexadecimal in capitals': (ip) => `0X${hex(whole(ip), 8).toUpperCase()}`,
  octal: (ip) => `0${octal(whole(ip))}`,
  'dotted hexadecimal': (ip) => ip.map((octet) => `0x${hex(octet)}`).join('.'),
  'padded dotted hexadecimal': (ip) => ip.map((octet) => `0x${hex(octet, 6)}`).join('.'),
  'dotted octal': (ip) => ip.map((octet) => `0${octal(octet)}`).join('.'),
  'padded dotted octal': (ip) => ip.map((octet) => octal(octet, 9)).join('.'),
  'mixed bases': ([a, b, c, d]) => `0x${hex(a)}.0${octal(b)}.${c}.0x${hex(d)}`,
  'three parts': ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`,
  'two parts': ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  'two parts, hexadecimal': ([a, b, c, d]) => `0x${hex(a)}.0x${hex((b * 256 + c) * 256 + d)}`,
  'percent-encoded': (ip) =>
    [...ip.join('.')].map((sign) => `%${hex(sign.charCodeAt(0), 2)}`).join(''),
  'full-width digits': (ip) =>
    ip.join('.').replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'ideographic dots': (ip) => ip.join('。'),
  'circled digits': (ip) =>
    ip.join('.').replace(/[1-9]/g, (digit) => String.fromCharCode(0x245f + Number(digit))),
  'IPv4-mapped': (ip) => `[::ffff:${ip.join('.')}]`,
  'IPv4-mapped, hexadecimal': (ip) => `[::FFFF:${high(ip)}:${low(ip)}]`,
  'IPv4-mapped, written out': (ip) => `[0000:0:0:0:0:ffff:${high(ip)}:${low(ip)}]`,
  'IPv4-compatible': (ip) => `[::${ip.join('.')}]`,
  'IPv4-translated': (ip) => `[::ffff:0:${ip.join('.')}]`,
  NAT64: (ip) => `[64:ff9b::${ip.join('.')}]`,
  'local NAT64': (ip) => `[64:ff9b:1::${ip.join('.')}]`,
  '6to4': (ip) => `[2002:${high(ip)}:${low(ip)}::1]`,
  Teredo: (ip) => `[2001:0:808:808::${high(inverted(ip))}:${low(inverted(ip))}]`,
  ISATAP: (ip) => `[2a00:1450::5efe:${high(ip)}:${low(ip)}]`,
  'link-local ISATAP': (ip) => `[fe80::200:5efe:${ip.join('.')}]`,
}

/** An address in every spelling. */
export function spellingsOf(ip: Octets): string[] {
  return Object.values(spellings).map((spell) => spell(ip))
}

const otherHosts = [
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[fd00:ec2::254]',
  '[fc00::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[100::1]',
  '[4000::1]',
]

/** Hosts, as they may stand in a URL: every spelling of every place, and other private ones. */
export const disguises = [...targets.flatMap(spellingsOf), ...otherHosts]
