/** An address of a machine on a network. One of IPv6 that only wraps one of IPv4 is that one. */
export interface NetworkAddress {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/** All addresses whose first `prefix` bits are those of `address`. */
export interface NetworkRange {
  readonly address: NetworkAddress;
  readonly prefix: number;
}

/**
 * Reads an address as a resolver or a URL gives it: `192.0.2.1`, `2001:db8::1`, with or without brackets. An IPv4-mapped address
 * (`::ffff:192.0.2.1`, RFC 4291 section 2.5.5.2) is the IPv4 address that it maps. Null for everything else, zone ids too.
 */
export function networkAddress(text: string): NetworkAddress | null {
  const four = ipv4Bits(text);
  if (four !== null) return { family: 4, bits: four };
  const six = ipv6Bits(text.replace(/^\[(.*)\]$/, '$1'));
  if (six === null) return null;
  return six >> 32n === 0xffffn ? { family: 4, bits: six & 0xffffffffn } : { family: 6, bits: six };
}

/** Reads `10.0.0.0/8`, `fd00::/8` or a single address. Null for everything else. */
export function networkRange(text: string): NetworkRange | null {
  const [start = '', length, ...more] = text.split('/');
  const address = networkAddress(start);
  if (!address || more.length > 0) return null;
  const whole = sizeOf(address);
  if (length === undefined) return { address, prefix: whole };
  if (!/^\d{1,3}$/.test(length)) return null;
  // `::ffff:10.0.0.0/104` counts the bits of the wrapping too.
  const prefix = Number(length) - (address.family === 4 && start.includes(':') ? 96 : 0);
  return prefix >= 0 && prefix <= whole ? { address, prefix } : null;
}

/** Whether the address lies in the range. */
export function inRange(address: NetworkAddress, { address: start, prefix }: NetworkRange): boolean {
  const rest = BigInt(sizeOf(start) - prefix);
  return address.family === start.family && address.bits >> rest === start.bits >> rest;
}

function sizeOf({ family }: NetworkAddress): number {
  return family === 4 ? 32 : 128;
}

function ipv4Bits(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function ipv6Bits(text: string): bigint | null {
  if (!text.includes(':') || !URL.canParse(`http://[${text}]/`)) return null;
  // The URL standard writes eight groups in hexadecimal, the longest run of zeros as `::`.
  const [left = '', right] = new URL(`http://[${text}]/`).hostname.slice(1, -1).split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(Number.parseInt(group, 16)), 0n);
}
