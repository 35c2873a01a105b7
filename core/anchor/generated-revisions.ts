import { Prose, type Sentence } from './generated-prose';
import { mulberry32 } from './mulberry32';

/**
 * Pairs of drafts with their truth known, for tests and measures: prose of varied vocabulary with boilerplate and sentences of
 * one template, and a revision of it. The same seed gives the same pair.
 */
export interface Revision {
  readonly oldText: string;
  readonly newText: string;
  readonly spans: readonly TrueSpan[];
}

/** A sentence of the old draft and what became of it. UTF-16 offsets; `now` is null for what was deleted. */
export interface TrueSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly fate: 'same' | 'edited' | 'deleted';
  /** What was done to it, for a reader of failures. */
  readonly how: string;
  readonly now: { readonly start: number; readonly end: number } | null;
}

/** How often each thing is done, as a part of the sentences (paragraphs where it says so). */
export interface Mix {
  readonly edits: number;
  readonly splits: number;
  readonly merges: number;
  readonly deletions: number;
  /** Deleted, and another sentence of the same make put in its place. */
  readonly substitutions: number;
  readonly insertions: number;
  readonly similarInsertions: number;
  readonly moves: number;
  readonly paragraphMoves: number;
  readonly paragraphDeletions: number;
  readonly paragraphCopies: number;
  readonly typography: number;
}

export const EVERYDAY: Mix = {
  edits: 0.08,
  splits: 0.01,
  merges: 0.01,
  deletions: 0.03,
  substitutions: 0,
  insertions: 0.04,
  similarInsertions: 0.005,
  moves: 0.01,
  paragraphMoves: 0.04,
  paragraphDeletions: 0.02,
  paragraphCopies: 0.01,
  typography: 0.05,
};

/** A heavy rewrite: every third sentence edited or gone. */
export const REWRITE: Mix = {
  ...EVERYDAY,
  edits: 0.22,
  splits: 0.03,
  merges: 0.03,
  deletions: 0.1,
  insertions: 0.1,
  paragraphMoves: 0.1,
};

/** A rewrite that misleads: what was deleted has a double in its place, and sentences of one template come and go. */
export const MISLEADING: Mix = {
  ...REWRITE,
  substitutions: 0.06,
  similarInsertions: 0.04,
  paragraphCopies: 0.04,
};

/** A revision of about `words` words. */
export function revisionOf(seed: number, words: number, mix: Mix = EVERYDAY): Revision {
  const random = mulberry32(seed);
  const prose = new Prose(random);
  const before = prose.paragraphs(words);
  const after = new Reviser(random, prose, mix).revise(before);
  const [oldText, oldPlaces] = rendered(before);
  const [newText, newPlaces] = rendered(after);
  const hows = new Map<string, string>();
  for (const { id, how } of after.flat()) if (id !== null && hows.get(id) !== 'merged') hows.set(id, how);
  const spans = [...oldPlaces].map(([id, place]): TrueSpan => {
    const now = newPlaces.get(id) ?? null;
    const how = hows.get(id) ?? 'deleted';
    const fate = !now ? 'deleted' : SAME.has(how) ? 'same' : 'edited';
    return { id, ...place, fate, how, now };
  });
  return { oldText, newText, spans };
}

const SAME = new Set(['kept', 'moved', 'typography']);

/** The text, and where each sentence of it stands. A sentence in several pieces stands from the first to the last. */
function rendered(paragraphs: readonly Sentence[][]): [string, Map<string, { start: number; end: number }>] {
  const places = new Map<string, { start: number; end: number }>();
  const parts: string[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const paragraph of paragraphs) {
    if (length > 0) add('\n');
    paragraph.forEach(({ id, text }, at) => {
      if (at > 0) add(' ');
      if (id !== null) places.set(id, { start: places.get(id)?.start ?? length, end: length + text.length });
      add(text);
    });
  }
  return [parts.join(''), places];
}

/** Whether two neighbours are pieces of what a reader takes for one sentence, or were one in the old draft. */
function isOneSentence(one: Sentence | undefined, other: Sentence | undefined): boolean {
  if (!one || !other) return false;
  return one.text === 'and' || other.text === 'and' || (one.id !== null && one.id === other.id);
}

class Reviser {
  constructor(
    private readonly random: () => number,
    private readonly prose: Prose,
    private readonly mix: Mix,
  ) {}

  revise(before: readonly Sentence[][]): Sentence[][] {
    const { mix, prose } = this;
    const after: Sentence[][] = [];
    const lifted: Sentence[][] = [];
    const strays: Sentence[] = [];
    const straight = this.random() < 0.3;
    for (const paragraph of before) {
      if (this.random() < mix.paragraphDeletions) continue;
      const revised: Sentence[] = [];
      for (let at = 0; at < paragraph.length; at++) {
        const sentence = paragraph[at]!;
        const next = paragraph[at + 1];
        if (this.random() < mix.insertions) revised.push({ id: null, text: prose.sentence(), how: 'new' });
        if (this.random() < mix.similarInsertions) revised.push({ id: null, text: prose.templated(), how: 'new' });
        if (this.random() < mix.deletions) continue;
        if (mix.substitutions > 0 && this.random() < mix.substitutions) {
          revised.push({ id: null, text: prose.likeness(sentence.text), how: 'new' });
          continue;
        }
        if (this.random() < mix.moves) strays.push({ ...sentence, how: 'moved' });
        else if (next && this.random() < mix.merges) {
          revised.push(...this.merged(sentence, next));
          at++;
        } else if (this.random() < mix.splits) revised.push(...this.split(sentence));
        else if (this.random() < mix.edits) revised.push(this.edited(sentence));
        else if (this.random() < mix.typography) revised.push(this.retyped(sentence));
        else revised.push(sentence);
      }
      if (revised.length === 0) continue;
      (this.random() < mix.paragraphMoves ? lifted : after).push(revised);
      if (this.random() < mix.paragraphCopies) after.push([]);
    }
    for (const paragraph of lifted) after.splice(prose.below(after.length + 1), 0, paragraph);
    for (const stray of strays) {
      const home = prose.pick(after);
      let at = prose.below(home.length + 1);
      while (isOneSentence(home[at - 1], home[at])) at++;
      home.splice(at, 0, stray);
    }
    // A copy stands somewhere after its original, which keeps the claims.
    const whole = after.map((paragraph, at) =>
      paragraph.length > 0 ? paragraph : (after[at - 1] ?? []).map(({ text }) => ({ id: null, text, how: 'copy' })),
    );
    const kept = whole.filter((paragraph) => paragraph.length > 0);
    return straight
      ? kept.map((paragraph) =>
          paragraph.map((one) => ({ ...one, text: one.text.replace(/[“”]/g, '"').replaceAll('’', "'") })),
        )
      : kept;
  }

  private edited(sentence: Sentence): Sentence {
    const { prose } = this;
    const words = sentence.text.split(' ');
    const at = prose.below(Math.max(1, words.length - 1));
    const how = prose.pick(['replaced', 'inserted', 'cut', 'number', 'clause', 'twice']);
    if (how === 'number' && /\d/.test(sentence.text))
      return { ...sentence, text: sentence.text.replace(/\d[\d,]*/, prose.number()), how };
    if (how === 'clause' && /[,;] (?:and|while|although)?/.test(sentence.text.slice(0, -1)))
      return { ...sentence, text: `${sentence.text.slice(0, sentence.text.search(/[,;] /))}.`, how };
    if (how === 'cut' && words.length > 5) words.splice(at, 1);
    else if (how === 'inserted') words.splice(at, 0, prose.noun(), 'of');
    else if (how === 'twice' && words.length > 8) {
      words[at] = prose.noun();
      words[(at + 4) % (words.length - 1)] = prose.noun();
    } else words[at] = prose.noun();
    const text = words.join(' ');
    return { ...sentence, text, how: text === sentence.text ? 'kept' : how };
  }

  private split(sentence: Sentence): Sentence[] {
    const words = sentence.text.split(' ');
    if (words.length < 10) return [sentence];
    const at = 4 + this.prose.below(words.length - 8);
    const head = words.slice(0, at).join(' ').replace(/[,;]$/, '');
    const tail = words.slice(at).join(' ');
    return [
      { ...sentence, text: `${head}.`, how: 'split' },
      { ...sentence, text: `${tail[0]!.toUpperCase()}${tail.slice(1)}`, how: 'split' },
    ];
  }

  private merged(one: Sentence, other: Sentence): Sentence[] {
    const text = other.text.replace(/^\p{L}/u, (first) => first.toLowerCase());
    return [
      { ...one, text: one.text.replace(/\.$/, ''), how: 'merged' },
      { id: null, text: 'and', how: 'new' },
      { ...other, text, how: 'merged' },
    ];
  }

  private retyped(sentence: Sentence): Sentence {
    const text = sentence.text.replace(/[“”]/g, '"').replaceAll('’', "'");
    const spaced = this.random() < 0.5 ? text.replace(' ', '  ') : text.replace(' ', '\u00a0');
    return { ...sentence, text: spaced, how: 'typography' };
  }
}
