import { inRange, type NetworkAddress, type NetworkRange, networkAddress, networkRange } from './network-address';

/** What an admin lets the server fetch from though it is not public: a host by its name, or a range of addresses. */
export type Allowed = { readonly port: number | null } & (
  | { readonly host: string }
  | { readonly under: string }
  | { readonly range: NetworkRange }
);

/**
 * Reads `STET_FETCH_ALLOW`: entries parted by commas or spaces, each a host (`wiki.intern`), all hosts below a name
 * (`*.intern`), an address or a range (`10.1.0.0/16`, `fd00::/8`); a port behind it (`wiki.intern:8080`, `[fd00::1]:8080`) allows
 * that port alone. Throws an `Error` that names an entry which is none of these: an allowance that was meant and does not hold
 * should be noticed at once.
 */
export function readFetchAllow(text: string): Allowed[] {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const allowed = readEntry(entry);
      if (!allowed)
        throw new Error(
          `STET_FETCH_ALLOW: “${entry}” is neither a host (wiki.intern, *.intern), nor an address or range (10.1.0.0/16), with or without a port.`,
        );
      return allowed;
    });
}

/** Whether the host of a URL, as the URL standard writes it, is allowed by its name, wherever it leads. */
export function allowsHost(allow: readonly Allowed[], host: string, port: number): boolean {
  return allow.some(
    (allowed) =>
      holdsPort(allowed, port) &&
      (('host' in allowed && allowed.host === host) || ('under' in allowed && host.endsWith(`.${allowed.under}`))),
  );
}

/** Whether an address lies in a range that is allowed. */
export function allowsAddress(allow: readonly Allowed[], address: NetworkAddress, port: number): boolean {
  return allow.some((allowed) => holdsPort(allowed, port) && 'range' in allowed && inRange(address, allowed.range));
}

function holdsPort({ port: only }: Allowed, port: number): boolean {
  return only === null || only === port;
}

function readEntry(entry: string): Allowed | null {
  const whole = networkRange(bare(entry));
  if (whole) return { range: whole, port: null };
  const [, before = entry, digits] = /^(.*[^:]):(\d{1,5})$/.exec(entry) ?? [];
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65535)) return null;
  const range = networkRange(bare(before));
  // Without brackets the last group of an IPv6 address would be taken for a port.
  if (range) return range.address.family === 4 || before.startsWith('[') ? { range, port } : null;
  const under = before.startsWith('*.');
  const host = hostName(under ? before.slice(2) : before);
  if (host === null) return null;
  return under ? { under: host, port } : { host, port };
}

function bare(entry: string): string {
  return entry.replace(/^\[(.*)\]/, '$1');
}

function hostName(text: string): string | null {
  if (/[/?#@:*[\]\\%]/.test(text) || !URL.canParse(`http://${text}/`)) return null;
  const { hostname } = new URL(`http://${text}/`);
  return networkAddress(hostname) ? null : hostname.replace(/\.$/, '') || null;
}
