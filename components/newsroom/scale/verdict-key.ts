import type { Verdict } from '@/core/claim/scale';

/** A verdict while it is edited: its number as it is typed, and a name of its own in the list, since its key may not be made yet. */
export interface VerdictDraft extends Omit<Verdict, 'value'> {
  draftId: string;
  value: string;
}

export function draftOf(verdict: Verdict): VerdictDraft {
  return { ...verdict, draftId: verdict.key, value: verdict.value === null ? '' : String(verdict.value) };
}

/** The number that was typed: null for none, undefined for what is no number. A decimal comma is one too. */
export function numberOf(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * The verdicts to send. A verdict that is new gets its key from its label, once; keys that exist never change, for claims name
 * them.
 */
export function verdictsOf(drafts: readonly VerdictDraft[]): Verdict[] {
  const taken = new Set(drafts.map(({ key }) => key).filter(Boolean));
  return drafts.map(({ draftId: _, ...draft }) => {
    const key = draft.key || freeKey(draft.label, taken);
    taken.add(key);
    return { ...draft, key, label: draft.label.trim(), value: numberOf(draft.value) ?? null };
  });
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  const base = plain || 'verdict';
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`;
  return key;
}

/** For each verdict, the earlier one that has the same glyph and underline, by index; colour alone would tell them apart. */
export function sameMarks(drafts: readonly VerdictDraft[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const same = new Map<number, number>();
  drafts.forEach(({ glyph, pattern }, index) => {
    const mark = `${glyph} ${pattern}`;
    const earlier = first.get(mark);
    if (earlier === undefined) first.set(mark, index);
    else same.set(index, earlier);
  });
  return same;
}

/** A verdict to begin with: the first mark that none has yet. */
export function freshVerdict(
  drafts: readonly VerdictDraft[],
  palette: {
    glyphs: readonly Verdict['glyph'][];
    colours: readonly Verdict['colour'][];
    patterns: readonly Verdict['pattern'][];
  },
  draftId: string,
): VerdictDraft {
  const free = <T>(all: readonly T[], used: readonly T[]) => (all.find((one) => !used.includes(one)) ?? all[0]) as T;
  return {
    draftId,
    key: '',
    label: '',
    definition: '',
    value: '',
    glyph: free(
      palette.glyphs,
      drafts.map(({ glyph }) => glyph),
    ),
    colour: free(
      palette.colours,
      drafts.map(({ colour }) => colour),
    ),
    pattern: free(
      palette.patterns,
      drafts.map(({ pattern }) => pattern),
    ),
  };
}
