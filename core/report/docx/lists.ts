import { XML_HEAD } from '@/core/opc/write-xml';
import { WORDPROCESSING } from './namespaces';

/** Word's lists have nine levels; what stands deeper stands on the last. */
const MOST_LEVEL = 8;
/** The largest number that Word begins a list with. */
const MOST_START = 32_767;
/** How far the words of a list's first level stand from the margin, and those of each level from the one before. */
export const LIST_STEP = 425;
const SIGNS = ['•', '–', '◦'];

/** The lists of a document (ECMA-376 part 1, 17.9): each is one of its own, so that no two count or join together. */
export class Lists {
  private readonly instances: string[] = [];

  /** The id of a new list whose items stand at such a level, from 0. `start` is null for one without numbers. */
  add(depth: number, start: number | null): number {
    const id = this.instances.length + 1;
    const first = Math.min(Math.max(start ?? 1, 0), MOST_START);
    const override = `<w:lvlOverride w:ilvl="${levelOf(depth)}"><w:startOverride w:val="${first}"/></w:lvlOverride>`;
    this.instances.push(
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${start === null ? 0 : 1}"/>${start === null ? '' : override}</w:num>`,
    );
    return id;
  }

  xml(): string {
    const bullets = levels((level) => `<w:numFmt w:val="bullet"/><w:lvlText w:val="${SIGNS[level % SIGNS.length]}"/>`);
    const numbers = levels((level) => `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/>`);
    return `${XML_HEAD}<w:numbering xmlns:w="${WORDPROCESSING}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${bullets}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${numbers}</w:abstractNum>${this.instances.join('')}</w:numbering>`;
  }
}

/** The level in Word of a list so deep within others. */
export function levelOf(depth: number): number {
  return Math.min(depth, MOST_LEVEL);
}

function levels(sign: (level: number) => string): string {
  return Array.from(
    { length: MOST_LEVEL + 1 },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/>${sign(level)}<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${LIST_STEP * (level + 1)}" w:hanging="${LIST_STEP}"/></w:pPr></w:lvl>`,
  ).join('');
}
