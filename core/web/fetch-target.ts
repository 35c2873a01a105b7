import { Problem } from '@/core/problem';
import { isWebAddress } from '@/core/web-address';
import { type Allowed, allowsAddress, allowsHost } from './fetch-allow';
import { networkAddress } from './network-address';
import { isPublicAddress } from './public-address';

/** Where a fetch goes next, before anybody is asked where that is. */
export interface FetchTarget {
  /** Without a fragment, and without a dot at the end of the host. */
  readonly url: URL;
  /** A name, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the address of a page; `from` is the page that sends there. Throws `fetch-address` for what is not http or https, and
 * `fetch-credentials` for an address with a name or password in it.
 */
export function fetchTarget(address: string, from?: URL): FetchTarget {
  if (!URL.canParse(address, from)) throw new Problem('fetch-address');
  const url = new URL(address, from);
  if (!isWebAddress(url.href)) throw new Problem('fetch-address');
  if (url.username !== '' || url.password !== '') throw new Problem('fetch-credentials');
  url.hash = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  return {
    url,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
  };
}

/**
 * Whether a host may be asked for at all, by its name. This machine's own names are not looked up unless they are allowed
 * (RFC 6761 section 6.3); where other names lead decides about them.
 */
export function mayLookUp({ host, port }: FetchTarget, allow: readonly Allowed[]): boolean {
  return allowsHost(allow, host, port) || (host !== 'localhost' && !host.endsWith('.localhost'));
}

/**
 * Whether a host may be connected to, by all addresses that it has: at least one, and each of them public or allowed. One
 * private address among public ones is a trap, not a choice.
 */
export function mayConnect(
  { host, port }: FetchTarget,
  addresses: readonly string[],
  allow: readonly Allowed[],
): boolean {
  const named = allowsHost(allow, host, port);
  return (
    addresses.length > 0 &&
    addresses.every((text) => {
      const address = networkAddress(text);
      return address !== null && (named || isPublicAddress(address) || allowsAddress(allow, address, port));
    })
  );
}
