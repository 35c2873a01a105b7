/**
 * What can go wrong, by code. A change or query throws a `Problem`; the edge turns it once into `application/problem+json`
 * (RFC 9457), taking the sentence from the catalogue `core/words/<language>/problem.json` under the same code.
 */
export const problemStatus = {
  malformed: 400,
  'not-signed-in': 401,
  'credentials-wrong': 401,
  forbidden: 403,
  'cross-site': 403,
  'person-inactive': 403,
  absent: 404,
  stale: 409,
  behind: 409,
  'id-taken': 409,
  'in-use': 409,
  'precondition-missing': 428,
  'too-large': 413,
  'too-many-words': 413,
  'too-demanding': 422,
  'wrong-kind': 415,
  'too-many-requests': 429,
  'quote-not-found': 422,
  'quote-ambiguous': 422,
  'range-impossible': 422,
  'sign-off-blocked': 422,
  'version-behind': 409,
  'sign-off-needed': 422,
  'step-impossible': 422,
  'text-control-character-typed': 422,
  'version-unknown': 404,
  'words-changed': 422,
  'correction-missing': 422,
  'correction-outdated': 422,
  'correction-across-blocks': 422,
  'not-orphaned': 422,
  'last-anchor': 422,
  'verdict-unknown': 422,
  'scale-unknown': 422,
  'value-in-use': 422,
  'person-unknown': 422,
  'person-not-checking': 422,
  'person-outside': 422,
  'claim-unknown': 422,
  'source-unknown': 422,
  'comment-unknown': 422,
  'comment-answered': 422,
  'comment-of-another': 403,
  'last-admin': 422,
  'already-approved': 422,
  'verdict-missing': 422,
  'move-impossible': 422,
  'approval-own': 422,
  'approval-twice': 422,
  'rules-unmet': 422,
  'text-empty': 422,
  'text-binary': 422,
  'text-undecodable': 422,
  'text-control-character': 422,
  'document-not-word': 415,
  'document-protected': 422,
  'document-damaged': 422,
  'document-unsafe': 422,
  'document-too-large': 413,
  'fetch-address': 422,
  'fetch-credentials': 422,
  'fetch-host': 422,
  'fetch-failed': 422,
  'fetch-status': 422,
  'fetch-redirects': 422,
  'fetch-kind': 422,
  'fetch-too-large': 422,
  'fetch-slow': 422,
  'invitation-needed': 403,
  'invitation-other-email': 403,
  'email-taken': 409,
  'not-json': 415,
  'not-form': 415,
  'format-unknown': 422,
  'report-not-stet': 422,
  'report-version-unknown': 422,
  'report-field': 422,
  'report-inconsistent': 422,
  unexpected: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** A coded refusal. `values` fill the sentence; `extra` stands beside the problem fields in the answer (`current`, `matches`, `errors`). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly values: Record<string, string | number> = {},
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
  get status(): number {
    return problemStatus[this.code];
  }
}
