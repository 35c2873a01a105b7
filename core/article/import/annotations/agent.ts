import { member, members, words } from './json-value';

/**
 * The name of who made something (section 3.3.2), or of a Hypothesis row's user; empty where only an address is given. Of several
 * the first that has one.
 */
export function nameOf(made: unknown): string {
  const display = words(member(made, 'user_info'), 'display_name');
  if (display?.trim()) return display.trim();
  for (const agent of [...members(made, 'creator'), ...members(made, 'user')]) {
    const name = typeof agent === 'string' ? accountName(agent) : (words(agent, 'name') ?? words(agent, 'nickname'));
    if (name?.trim()) return name.trim();
  }
  return '';
}

function accountName(address: string): string {
  return /^acct:([^@\s]+)(@\S+)?$/.exec(address)?.[1] ?? '';
}

/** When it was made, as ISO 8601 in UTC with `Z`; null where that is not said or is no time. */
export function timeOf(made: unknown): string | null {
  const said = words(made, 'created');
  if (said === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(said)) return null;
  return utc(said);
}

/** A time with its offset as UTC to the millisecond; null for one that no calendar has. */
export function utc(time: string): string | null {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
