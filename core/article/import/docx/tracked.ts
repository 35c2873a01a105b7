import type { XmlElement } from '@/core/opc/read-xml';
import type { TrackedChanges } from '../remark';
import { childOf, type PropertyTree } from './property-tree';

/** The marks of tracked changes (ECMA-376 part 1, 17.13.5) around content, on a paragraph's end, on a row or cell. */
const kinds: Record<string, 'added' | 'removed'> = {
  'w:ins': 'added',
  'w:moveTo': 'added',
  'w:cellIns': 'added',
  'w:del': 'removed',
  'w:moveFrom': 'removed',
  'w:cellDel': 'removed',
};

export function isTracked(name: string): boolean {
  return name in kinds;
}

/** Whether what a change marks is not there, as changes are taken. */
export function isGone(name: string, taken: TrackedChanges): boolean {
  return kinds[name] === (taken === 'accepted' ? 'removed' : 'added');
}

/** The changes among some properties: of a paragraph's end, a row, a cell. */
export function changesIn(properties: PropertyTree | null): PropertyTree[] {
  return properties?.children.filter(({ name }) => isTracked(name)) ?? [];
}

/** The changes on a paragraph's end are among the run properties of its mark. */
export function changesOfEnd(properties: PropertyTree): PropertyTree[] {
  return changesIn(childOf(properties, 'w:rPr'));
}

/**
 * How many insertions and deletions a document has, as a writer would count them: neighbouring pieces of one kind, by one
 * author at one time, are one; a move is one, though words went and came.
 */
export class ChangeCount {
  count = 0;
  private readonly around: string[] = [];
  private last: string | null = null;

  enter({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): void {
    this.around.push(keyOf(name, attributes));
  }

  leave(): void {
    this.around.pop();
  }

  get depth(): number {
    return this.around.length;
  }

  leaveTo(depth: number): void {
    this.around.length = Math.min(depth, this.around.length);
  }

  /** Something that a reader would see, under the changes that were entered. */
  content(): void {
    this.see(this.around.at(-1) ?? null);
  }

  /** The end of a paragraph, a row or a cell with such changes on it. */
  mark(changes: readonly PropertyTree[]): void {
    const change = changes.at(-1);
    this.see(change ? keyOf(change.name, change.attributes) : (this.around.at(-1) ?? null));
  }

  private see(key: string | null): void {
    if (key !== null && key !== this.last && !key.startsWith('w:moveTo ')) this.count++;
    this.last = key;
  }
}

function keyOf(name: string, attributes: ReadonlyMap<string, string>): string {
  const kind = name.replace('cellIns', 'ins').replace('cellDel', 'del');
  return `${kind} ${signatureOf(attributes)}`;
}

/** By whom and when something was changed or said. */
export function signatureOf(attributes: ReadonlyMap<string, string>): string {
  return `${attributes.get('w:author') ?? ''} ${attributes.get('w:date') ?? ''}`;
}
