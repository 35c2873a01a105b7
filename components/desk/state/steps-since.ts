import type { Step } from 'prosemirror-transform';
import type { Placement } from '@/core/anchor/placement';

/** One edit that the server has, and whose it is. */
export interface TextStep {
  readonly step: Step;
  readonly clientId: string;
  /** Takes the step back. Words come back as they were; of marks that it put over the same marks, less. */
  readonly inverse: Step;
  /** Anchors that its version placed otherwise than its steps map them. */
  readonly placed: readonly Placement[];
}

/** The steps after a version, of those that made `version`; null where they do not reach back so far. */
export function stepsSince(
  { version, steps }: { readonly version: number; readonly steps: readonly TextStep[] },
  since: number,
): readonly TextStep[] | null {
  const first = steps.length - (version - since);
  return first < 0 || since > version ? null : steps.slice(first);
}
