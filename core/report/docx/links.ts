import { XML_HEAD, xmlAttribute } from '@/core/opc/write-xml';
import { isWebAddress } from '@/core/web-address';

/** Word takes a document with a longer address in a link for a damaged one. */
const MOST_ADDRESS = 2083;

/** What an address may be written with (RFC 3986, 2); square brackets stand in a host alone. */
const ALLOWED = /^[\w\-.~:/?#@!$&'()*+,;=%]*$/;

/** One link of a part to elsewhere. */
interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The relationships of one part (ECMA-376 part 2, 6.5): to other parts of the package, and to web addresses, each once. */
export class Links {
  private readonly list: Relationship[] = [];
  private readonly byAddress = new Map<string, string | null>();

  /** Relates the part to another; `target` is seen from its folder, `type` the last word of the kind or a whole address. */
  part(type: string, target: string): void {
    this.list.push({ id: `rId${this.list.length + 1}`, type: typeOf(type), target, external: false });
  }

  /** The id of the link to an address; null for what is no web address, and for one that is too long for Word. */
  to(href: string): string | null {
    let id = this.byAddress.get(href);
    if (id === undefined) {
      const target = linkTarget(href);
      id = target === null ? null : `rId${this.list.length + 1}`;
      if (id !== null && target !== null) this.list.push({ id, type: typeOf('hyperlink'), target, external: true });
      this.byAddress.set(href, id);
    }
    return id;
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  xml(): string {
    const drawn = this.list.map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${xmlAttribute(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
    return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${drawn.join('')}</Relationships>`;
  }
}

function typeOf(type: string): string {
  return type.startsWith('http') ? type : `${TYPES}/${type}`;
}

/**
 * An address as a document may link to it: as it was given where it is written as the standard asks, else with every other
 * character encoded. Null for what is no web address, and for one that is too long for Word.
 */
export function linkTarget(href: string): string | null {
  if (!isWebAddress(href)) return null;
  const target = isStrict(href) ? href : strict(new URL(href));
  return target.length > MOST_ADDRESS ? null : target;
}

function isStrict(href: string): boolean {
  return ALLOWED.test(href) && !/%(?![0-9a-f]{2})/i.test(href) && !/#.*#/.test(href);
}

function strict({ origin, pathname, search, hash }: URL): string {
  const rest = `${pathname}${search}`.replaceAll('#', '%23') + (hash && `#${hash.slice(1).replaceAll('#', '%23')}`);
  const encoded = rest.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]+/g, encodeURIComponent);
  return origin + encoded.replace(/%(?![0-9a-f]{2})/gi, '%25');
}
