import type { ProblemCode } from './problem-status';

export type { ProblemCode } from './problem-status';

/**
 * A coded refusal: a change or query throws one, and the edge turns it once into `application/problem+json` (RFC 9457), taking
 * the sentence from the catalogue `core/words/<language>/problem.json` under the same code. `values` fill the sentence; `extra`
 * stands beside the problem fields in the answer (`current`, `matches`, `errors`).
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly values: Record<string, string | number> = {},
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}
