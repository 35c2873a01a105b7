import { inRange, type NetworkAddress, networkRange } from './network-address';

/**
 * What of IPv4 is not the public internet: the special-purpose registry of IANA (RFC 6890 and later), and one address that a
 * cloud keeps for itself.
 */
const reservedIpv4 = [
  '0.0.0.0/8', // this network (RFC 791)
  '10.0.0.0/8', // private (RFC 1918)
  '100.64.0.0/10', // shared behind a carrier's translation (RFC 6598)
  '127.0.0.0/8', // loopback (RFC 1122)
  '168.63.129.16/32', // Azure's own services, reachable from its machines alone
  '169.254.0.0/16', // link-local (RFC 3927), where clouds keep their secrets
  '172.16.0.0/12', // private (RFC 1918)
  '192.0.0.0/24', // protocol assignments (RFC 6890)
  '192.0.2.0/24', // documentation (RFC 5737)
  '192.88.99.0/24', // relays of 6to4 (RFC 7526)
  '192.168.0.0/16', // private (RFC 1918)
  '198.18.0.0/15', // benchmarks (RFC 2544)
  '198.51.100.0/24', // documentation (RFC 5737)
  '203.0.113.0/24', // documentation (RFC 5737)
  '224.0.0.0/4', // multicast (RFC 5771)
  '240.0.0.0/4', // reserved (RFC 1112), and broadcast
].map(known);

/** All of IPv6 that is handed out to the world (RFC 4291 section 2.4); loopback, link-local, unique-local and multicast lie outside. */
const globalIpv6 = known('2000::/3');

/** What of it is not the public internet after all. */
const reservedIpv6 = [
  '2001::/23', // protocol assignments (RFC 2928): Teredo, ORCHID, benchmarks
  '2001:db8::/32', // documentation (RFC 3849)
  '2002::/16', // 6to4 (RFC 7526), which carries any IPv4 address
  '3fff::/20', // documentation (RFC 9637)
].map(known);

/** How a network without IPv4 writes the addresses of IPv4 (RFC 6052 section 2.1): as public as the address inside. */
const translated = known('64:ff9b::/96');

/**
 * Whether an address is one of the public internet. Everything that is not known to be is not: private, loopback, link-local,
 * shared, multicast, reserved and documentation ranges, and the wrappings of IPv4 in IPv6 that are out of use.
 */
export function isPublicAddress(address: NetworkAddress): boolean {
  if (address.family === 4) return !reservedIpv4.some((range) => inRange(address, range));
  if (inRange(address, translated)) return isPublicAddress({ family: 4, bits: address.bits & 0xffffffffn });
  return inRange(address, globalIpv6) && !reservedIpv6.some((range) => inRange(address, range));
}

function known(text: string) {
  const range = networkRange(text);
  if (!range) throw new Error(`Not a range: ${text}`);
  return range;
}
