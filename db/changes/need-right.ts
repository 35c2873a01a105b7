import { may, type Right } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';

/** Throws `forbidden` unless the caller's role has the right. It says nothing of any record, so it comes first. */
export function needRight(call: Call, right: Right): void {
  if (!may(call.by.role, right)) throw new Problem('forbidden');
}
