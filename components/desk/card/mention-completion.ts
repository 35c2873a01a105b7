import { type Nameable, namesOf } from '@/core/claim/mentions';
import { may, mayOpen } from '@/core/newsroom/rights';
import type { DeskState } from '../state/desk-state';

/** What is being typed after an `@`: where the sign stands, in UTF-16 units, and what follows it up to the caret. */
export interface Typed {
  readonly at: number;
  readonly typed: string;
}

/** How many names are offered at once. */
const OFFERED = 6;
/** No name is longer than this, in UTF-16 units. */
const LONGEST = 60;

/** The name that is being typed before the caret; null where none is. A sign within a word or an address begins none. */
export function typedBefore(text: string, caret: number): Typed | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const at = before.lastIndexOf('@');
  if (at < 0 || /[\p{L}\p{N}_.+@-]$/u.test(before.slice(0, at))) return null;
  const typed = before.slice(at + 1);
  if (/[\n`@]|^\s/.test(typed)) return null;
  return { at: caret - before.length + at, typed };
}

/** Those whose name, or a part of it, begins with what is typed; the beginning of the whole name first. None once it is all there. */
export function offeredFor<P extends { name: string }>(typed: string, people: readonly P[]): P[] {
  const wanted = folded(typed);
  const rank = ({ name }: P) =>
    folded(name).startsWith(wanted)
      ? 0
      : folded(name)
            .split(' ')
            .some((part) => part.startsWith(wanted))
        ? 1
        : 2;
  return people
    .filter((one) => rank(one) < 2 && folded(one.name) !== wanted.trimEnd())
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, OFFERED);
}

/** Each name once, by one who has it, with how many have it: writing a name names all of them, and chooses none. */
export function eachName<P extends Nameable>(people: readonly P[]): (P & { named: number })[] {
  const byId = new Map(people.map((one) => [one.id, one]));
  return [...namesOf(people).values()].flatMap((ids) => {
    const first = byId.get(ids[0] ?? '');
    return first ? [{ ...first, named: ids.length }] : [];
  });
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');

/** Who reads and writes comments here: they can be named, and asked. */
export function peopleHere({ people, article }: Pick<DeskState, 'people' | 'article'>) {
  return people.filter(({ id, role, active }) => active && may(role, 'comment.add') && mayOpen(id, article));
}
