import type { Reading } from './reading';

/** One entry of the corrections log as a report shows it: when, what was put right, and the words before and after with their names. */
export interface CorrectionShown {
  readonly when: string;
  readonly body: string;
  readonly words: readonly { readonly label: string; readonly text: string }[];
}

/** What was put right since the article was published, oldest first; none, and a report has no such part. */
export function correctionsOf({ report, words, date }: Reading): CorrectionShown[] {
  return report.notices.map(({ createdAt, body, before, after }) => ({
    when: date(createdAt),
    body,
    words: [
      { label: words('corrections_before'), text: before },
      { label: words('corrections_after'), text: after },
    ].filter((one): one is { label: string; text: string } => one.text !== null),
  }));
}
