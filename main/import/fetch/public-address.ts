import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are not of the public Internet: IANA's special-purpose registries (RFC 6890 and later), with
 * multicast and what is reserved.
 */
const IPV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of IPv6 only 2000::/3 is public at all; within it these are not, or carry an IPv4 address that may not be. */
const IPV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [net, prefix] of IPV4) special.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of IPV6) special.addSubnet(net, prefix, 'ipv6')

const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether a numeric address is on the public Internet. Private, loopback, link-local and multicast addresses are not,
 * nor is an IPv4 address dressed as IPv6. A name is no address.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const family = isIP(plain)
  if (family === 4) return !special.check(plain, 'ipv4')
  return family === 6 && global.check(plain, 'ipv6') && !special.check(plain, 'ipv6')
}
