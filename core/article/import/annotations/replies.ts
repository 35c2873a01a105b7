import type { Remark } from '../remark';
import { member, members, words } from './json-value';
import { unkeepable } from './keepable';
import type { Refusal } from './refusal';
import { saidBy } from './said';

interface Waiting {
  annotation: unknown;
  skip: (reason: Refusal) => void;
}

/** The annotation that an annotation answers: a Hypothesis row's last reference, or a target that has no words; null for none. */
export function parentOf(annotation: unknown): string | null {
  const reference = members(annotation, 'references').findLast((one) => typeof one === 'string');
  if (typeof reference === 'string') return reference;
  if (!members(annotation, 'motivation').includes('replying')) return null;
  const [target] = members(annotation, 'target');
  if (typeof target === 'string') return target;
  return member(target, 'selector') === undefined ? (words(target, 'source') ?? words(target, 'id')) : null;
}

/** Annotations that answer others: each becomes a comment in the thread of the one that it answers, directly or by way of others. */
export class Replies {
  /** By the id of an annotation the remark that its chain begins with; null where that did not come in. */
  private readonly remarks = new Map<string, Remark | null>();
  private readonly waiting: Waiting[] = [];

  know(id: string | null, remark: Remark): void {
    if (id !== null) this.remarks.set(id, remark);
  }

  wait(annotation: unknown, skip: Waiting['skip']): void {
    this.waiting.push({ annotation, skip });
  }

  /** Puts every reply where it belongs, the oldest first; one whose beginning did not come in is skipped with its reason. */
  settle(): void {
    const parents = new Map<string, string>();
    for (const { annotation } of this.waiting) {
      const id = words(annotation, 'id');
      if (id !== null) parents.set(id, parentOf(annotation)!);
    }
    const added = this.waiting.map(({ annotation, skip }) => ({ annotation, skip, said: saidBy(annotation) }));
    added.sort((a, b) => order(timeIn(a.said), timeIn(b.said)));
    for (const { annotation, skip, said } of added) {
      const remark = this.beginning(parentOf(annotation)!, parents);
      const comments = said.threads.flatMap((thread) => thread.comments);
      if (!remark) skip('reply-unknown');
      else if (comments.length > 0) this.add(remark, comments, skip);
    }
  }

  private add(remark: Remark, comments: Remark['threads'][number]['comments'], skip: Waiting['skip']): void {
    const reason = unkeepable({ ...remark, threads: [{ resolved: false, comments }] });
    const [thread] = remark.threads;
    if (reason) skip(reason);
    else if (thread) thread.comments.push(...comments);
    else remark.threads.push({ resolved: false, comments });
  }

  /** The remark at the beginning of a chain of replies, which may be a ring in a stranger's file. */
  private beginning(id: string, parents: ReadonlyMap<string, string>): Remark | null {
    const passed = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !this.remarks.has(at) && !passed.has(at)) {
      passed.add(at);
      at = parents.get(at);
    }
    const remark = (at === undefined ? null : this.remarks.get(at)) ?? null;
    for (const one of passed) this.remarks.set(one, remark);
    return remark;
  }
}

function timeIn({ threads }: ReturnType<typeof saidBy>): string {
  return threads[0]?.comments[0]?.at ?? '';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
