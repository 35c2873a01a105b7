import { readXml } from './read-xml';

/** Where a part points to. `target` is the name of a part, or an address where it is `external`. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, which transitional and strict documents share: `styles`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

export class Relationships {
  constructor(private readonly byId: ReadonlyMap<string, Relationship>) {}

  get(id: string): Relationship | null {
    return this.byId.get(id) ?? null;
  }

  /** The name of the first part that is related in such a way, or null. */
  part(type: string): string | null {
    return this.parts(type)[0] ?? null;
  }

  parts(type: string): string[] {
    return [...this.byId.values()]
      .filter((found) => found.type === type && !found.external)
      .map(({ target }) => target);
  }
}

/**
 * The relationships of a part in `folder` (ECMA-376 part 2, 6.5). A target that leads out of the package is left out: nothing
 * there could be meant.
 */
export function readRelationships(bytes: Iterable<Uint8Array>, folder: string): Relationships {
  const byId = new Map<string, Relationship>();
  readXml(bytes, {
    open: ({ name, attributes }) => {
      if (name !== 'rel:Relationship') return;
      const id = attributes.get('Id') ?? '';
      const external = attributes.get('TargetMode') === 'External';
      const written = attributes.get('Target') ?? '';
      const target = external ? written : partName(written, folder);
      const type = (attributes.get('Type') ?? '').replace(/^.*\//, '');
      if (target !== null) byId.set(id, { id, type, target, external });
    },
    close: () => {},
    text: () => {},
  });
  return new Relationships(byId);
}

/** The part that a target names, seen from a folder; null when it leads out of the package. */
function partName(target: string, folder: string): string | null {
  const path = target.replace(/#.*$/s, '');
  const segments: string[] = path.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return null;
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment);
  }
  return segments.join('/');
}
