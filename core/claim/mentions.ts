import type { RationaleInline, RationaleNode } from './rationale';

/** Somebody who can be named. */
export interface Nameable {
  readonly id: string;
  readonly name: string;
}

/** A name in a text, with the sign before it: UTF-16 offsets, and whose it is. Two people of one name are both named by it. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

const letter = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that are written without spaces: in them a name ends where it ends. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What stands before the sign in an e-mail address (RFC 5321's usual local parts). */
const addressed = /[.+%&/=~-]/;

/**
 * The names that follow an `@` in plain text, in order, none over another. The longest name that stands there is meant, in
 * whatever case; a name goes on to the end of its word, and a sign within a word or an address begins none.
 */
export function mentionsIn(text: string, people: readonly Nameable[]): Mention[] {
  const names = namesOf(people);
  const found: Mention[] = [];
  if (names.size === 0) return found;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < (found.at(-1)?.end ?? 0) || isInside(text, at)) continue;
    const named = nameAt(text, at + 1, names);
    if (named) found.push({ start: at, ...named });
  }
  return found;
}

/** Whom a comment names, each once, in the order in which they stand. Code names nobody. */
export function peopleMentioned(tree: readonly RationaleNode[], people: readonly Nameable[]): string[] {
  const ids = new Set<string>();
  for (const text of textsOf(tree))
    for (const mention of mentionsIn(text, people)) for (const id of mention.ids) ids.add(id);
  return [...ids];
}

/** Whose each name is, by the name folded: everybody who has it is named where it is written. */
export function namesOf(people: readonly Nameable[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name } of people) {
    const folded = fold(name.trim());
    if (folded !== '') names.set(folded, [...(names.get(folded) ?? []), id]);
  }
  return names;
}

/** In any case, however its letters are put together, and any white space as one space. */
function fold(text: string): string {
  return text.normalize('NFD').toLowerCase().normalize('NFD').replaceAll('ς', 'σ').replace(/\s+/gu, ' ');
}

/** Whether the sign at `at` stands within a word or an address. */
function isInside(text: string, at: number): boolean {
  const before = characterBefore(text, at);
  return (letter.test(before) && !unspaced.test(before)) || addressed.test(before) || before === '@';
}

/** The longest name that begins at `from`: where it ends, and whose it is; null where none does. */
function nameAt(text: string, from: number, names: ReadonlyMap<string, string[]>): Pick<Mention, 'end' | 'ids'> | null {
  let found: Pick<Mention, 'end' | 'ids'> | null = null;
  let left = [...names.keys()];
  for (let end = from; end < text.length && left.length > 0; ) {
    end += characterAt(text, end).length;
    // A letter is read with all its marks.
    if (/^\p{M}$/u.test(characterAt(text, end))) continue;
    const read = fold(text.slice(from, end));
    const ids = names.get(read);
    if (ids && endsHere(text, end)) found = { end, ids };
    left = left.filter((name) => name.length > read.length && name.startsWith(read));
  }
  return found;
}

function endsHere(text: string, end: number): boolean {
  const [last, after] = [characterBefore(text, end), characterAt(text, end)];
  if (unspaced.test(last) || unspaced.test(after)) return true;
  // “@Ann-Marie” and “@ann.org” name no Ann.
  return !letter.test(after) && !(/[-.’'@]/.test(after) && goesOn(text, end + 1));
}

/** Whether a joint is followed by more of the same word; the s of a genitive is not. */
function goesOn(text: string, at: number): boolean {
  return (
    letter.test(characterAt(text, at)) &&
    !(/[’']/.test(text[at - 1] ?? '') && /^s(?![\p{L}\p{N}\p{M}_])/iu.test(text.slice(at)))
  );
}

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);

function characterBefore(text: string, at: number): string {
  const unit = text[at - 1] ?? ' ';
  return /[\udc00-\udfff]/.test(unit) ? (text[at - 2] ?? '') + unit : unit;
}

/** The plain text of a tree, run by run: what code, breaks and the signs of emphasis part. */
function* textsOf(tree: readonly RationaleNode[]): Generator<string> {
  for (const node of tree) {
    if (node.kind === 'paragraph') yield* inlineTexts(node.children);
    else if (node.kind === 'quote') yield* textsOf(node.children);
    else if (node.kind === 'list') for (const item of node.items) yield* textsOf(item);
  }
}

function* inlineTexts(nodes: readonly RationaleInline[]): Generator<string> {
  for (const node of joined(nodes)) {
    if (node.kind === 'text') yield node.text;
    else if ('children' in node) yield* inlineTexts(node.children);
  }
}

/** With neighbouring texts as one: an escaped sign parts what reads as one word. */
export function joined(nodes: readonly RationaleInline[]): RationaleInline[] {
  const found: RationaleInline[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      found[found.length - 1] = { kind: 'text', text: last.text + node.text };
    else found.push(node);
  }
  return found;
}
