import { SaxesParser } from 'saxes';
import { Problem } from '@/core/problem';
import { prefixes } from './namespaces';

/** An element as it opens. Names carry the prefix of `namespaces.ts`; one of a namespace that is not listed there has the prefix `?`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether `xml:space` keeps the white space at the ends of its text. */
  readonly preserve: boolean;
}

/** What is told of a part, in its order. Text comes with its references resolved. */
export interface XmlHandler {
  open(element: XmlElement): void;
  close(name: string): void;
  text(characters: string): void;
}

/** How deep elements stand in one another. Word's own deepest documents stay below a hundred. */
const MOST_DEPTH = 400;
/** How many elements a part has, attributes an element, and elements that declare a prefix: some ten times what the longest article needs. */
const MOST_ELEMENTS = 2_500_000;
const MOST_ATTRIBUTES = 200;
const MOST_SCOPES = 100_000;

/**
 * Reads XML 1.0 in UTF-8 or UTF-16 piece by piece and keeps nothing of it. Only the five predefined entities and character
 * references are known: a document type, and so every entity of its own, is refused.
 * Throws `document-damaged` for what is not well-formed and `document-unsafe` for a document type, elements that stand too
 * deep in one another, and too many elements or attributes.
 */
export function readXml(bytes: Iterable<Uint8Array>, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: { name: string; scope: Scope; preserve: boolean }[] = [];
  let elements = 0;
  let attributes = 0;
  let scopes = 0;
  parser.on('error', () => {
    throw new Problem('document-damaged');
  });
  parser.on('doctype', () => {
    throw unsafe('entities');
  });
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw unsafe('elements');
  });
  parser.on('opentag', (tag) => {
    attributes = 0;
    if (++elements > MOST_ELEMENTS) throw unsafe('elements');
    if (open.length >= MOST_DEPTH) throw unsafe('nesting');
    const outer = open.at(-1);
    const outside = outer?.scope ?? outermost;
    const scope = scopeInside(outside, tag.attributes);
    if (scope !== outside && ++scopes > MOST_SCOPES) throw unsafe('elements');
    const named = new Map<string, string>();
    for (const key in tag.attributes) {
      const name = scope.attribute(key);
      if (name !== null) named.set(name, tag.attributes[key]!);
    }
    const space = named.get('xml:space');
    const preserve = space === undefined ? (outer?.preserve ?? false) : space === 'preserve';
    const name = scope.element(tag.name);
    open.push({ name, scope, preserve });
    handler.open({ name, attributes: named, preserve });
  });
  parser.on('closetag', () => handler.close(open.pop()!.name));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  let any = false;
  for (const characters of decoded(bytes)) {
    any = true;
    parser.write(characters);
  }
  if (any) parser.close();
}

function unsafe(reason: string): Problem {
  return new Problem('document-unsafe', { reason });
}

function* decoded(bytes: Iterable<Uint8Array>): Generator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for (const piece of bytes) {
      if (piece.length === 0) continue;
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      yield decoder.decode(piece, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    // Bytes that are no text in this encoding.
    if (error instanceof TypeError) throw new Problem('document-damaged');
    throw error;
  }
}

/** By the byte order mark, or by how `<` is written (XML 1.0, appendix F); a package knows no other encodings. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** The prefixes that hold inside an element: its own and those outside. */
class Scope {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly own: ReadonlyMap<string, string>,
    private readonly outside: Scope | null,
  ) {}

  element(written: string): string {
    return this.known(written);
  }

  /** Null for what only declares a prefix. An attribute without a prefix has no namespace. */
  attribute(written: string): string | null {
    if (written === 'xmlns' || written.startsWith('xmlns:')) return null;
    return written.includes(':') ? this.known(written) : written;
  }

  private known(written: string): string {
    let name = this.names.get(written);
    if (name === undefined) {
      const colon = written.indexOf(':');
      name = `${this.prefix(written.slice(0, Math.max(colon, 0)))}:${written.slice(colon + 1)}`;
      this.names.set(written, name);
    }
    return name;
  }

  private prefix(written: string): string {
    for (let scope: Scope | null = this; scope; scope = scope.outside) {
      const found = scope.own.get(written);
      if (found !== undefined) return found;
    }
    return '?';
  }
}

const outermost = new Scope(new Map([['xml', 'xml']]), null);

function scopeInside(outside: Scope, attributes: Record<string, string>): Scope {
  let own: Map<string, string> | null = null;
  for (const key in attributes)
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      own ??= new Map();
      own.set(key.slice(6), prefixes.get(attributes[key]!) ?? '?');
    }
  return own ? new Scope(own, outside) : outside;
}
