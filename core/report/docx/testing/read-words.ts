import { strFromU8, unzipSync } from 'fflate';
import { readXml } from '@/core/opc/read-xml';

/** What a reader of a Word document finds in it: the article's own blocks, and the words between the marks of each comment. */
export interface ReadWords {
  /** Paragraphs joined by one `\n`, without what is marked as none of the article's. */
  text: string;
  /** By the comment's `w:id`. */
  comments: Map<number, string>;
}

interface Open {
  text: string;
  counts: boolean;
  points: { id: number; edge: 'start' | 'end'; at: number }[];
}

/** For tests: reads word/document.xml without anything of what wrote it, with its tracked changes accepted or rejected. */
export function readWords(bytes: Uint8Array, changes: 'accepted' | 'rejected'): ReadWords {
  const gone = changes === 'accepted' ? 'w:del' : 'w:ins';
  const blocks: string[] = [];
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let length = 0;
  let waiting: Open['points'] = [];
  let open: Open | null = null;
  let skipped = 0;
  let own = false;
  let characters: string | null = null;
  const close = ({ text, counts, points }: Open) => {
    waiting.push(...points.map((point) => ({ ...point })));
    if (!counts) return;
    const base = blocks.length === 0 ? 0 : length + 1;
    for (const { id, edge, at } of waiting) (edge === 'start' ? starts : ends).set(id, base + at);
    waiting = [];
    blocks.push(text);
    length = base + text.length;
  };
  readXml([partOf(bytes, 'word/document.xml')], {
    open: ({ name, attributes }) => {
      const value = attributes.get('w:val') ?? '';
      if (skipped > 0 || name === gone || name === 'w:sectPr' || (name === 'w:sdtContent' && own)) {
        skipped++;
        own = false;
      } else if (name === 'w:tag') own = value.startsWith('stet-');
      else if (name === 'w:p') open = { text: '', counts: true, points: [] };
      else if (name === 'w:pBdr' || (name === 'w:pStyle' && value === 'StetFiller')) open!.counts = false;
      else if (name === 'w:commentRangeStart' || name === 'w:commentRangeEnd') {
        const edge = name === 'w:commentRangeStart' ? 'start' : 'end';
        open!.points.push({ id: Number(attributes.get('w:id')), edge, at: open!.text.length });
      } else if (name === 'w:t' || name === 'w:delText') characters = '';
      else if (name === 'w:tab' && open) open.text += '\t';
      else if (name === 'w:br' && open) open.text += '\n';
    },
    close: (name) => {
      if (skipped > 0) skipped--;
      else if (name === 'w:p') {
        close(open!);
        open = null;
      } else if (name === 'w:t' || name === 'w:delText') {
        open!.text += characters;
        characters = null;
      }
    },
    text: (text) => {
      if (characters !== null && skipped === 0) characters += text;
    },
  });
  const text = blocks.join('\n');
  const comments = [...starts].map(([id, start]) => [id, text.slice(start, ends.get(id))] as const);
  return { text, comments: new Map(comments) };
}

export function partOf(bytes: Uint8Array, name: string): Uint8Array {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`There is no part named ${name}.`);
  return part;
}

export function textOf(bytes: Uint8Array, name: string): string {
  return strFromU8(partOf(bytes, name));
}
