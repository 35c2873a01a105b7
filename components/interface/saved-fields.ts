/** Where a field's last change is: on the server, on its way, kept here, beside someone else's, or refused. */
export type FieldState = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused';

/** What a field shows beside its value. `theirs` is what the server has instead, in a conflict; `refused` why it said no. */
export interface FieldMark {
  state: FieldState;
  theirs?: unknown;
  refused?: string;
}

/** What may go out: not what the server refused as it is, nor what waits for the person to choose. */
export function sendable<R>(typed: Partial<R>, marks: Partial<Record<string, FieldMark>>): Partial<R> {
  const free = Object.entries(typed).filter(([field]) => {
    const state = marks[field]?.state;
    return state !== 'conflict' && state !== 'refused';
  });
  return Object.fromEntries(free) as Partial<R>;
}

/** What is left of `typed` once the server has `sent`: a field typed into meanwhile stays. */
export function without<R>(typed: Partial<R>, sent: Partial<R>): Partial<R> {
  const left = Object.entries(typed).filter(([field, value]) => sent[field as keyof R] !== value);
  return Object.fromEntries(left) as Partial<R>;
}

/** The record as someone else left it: fields they did not touch are free to be sent on it, the others are in conflict. */
export function merged<R extends { revision: number }>(
  now: { record: R; marks: Partial<Record<string, FieldMark>> },
  current: R,
  patch: Partial<R>,
): { record: R; marks: Partial<Record<string, FieldMark>> } {
  const marks = { ...now.marks };
  for (const field of Object.keys(patch) as (keyof R & string)[]) {
    const theirs = current[field];
    const touched = JSON.stringify(theirs) !== JSON.stringify(now.record[field]) && theirs !== patch[field];
    marks[field] = touched ? { state: 'conflict', theirs } : { state: 'saving' };
  }
  return { record: current, marks };
}
