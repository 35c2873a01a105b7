import type { Revision, TrueSpan } from './generated-revisions';
import { type Reanchored, reanchor } from './reanchor';

/** What came of the spans of some revisions. Parts are 0 to 1. */
export interface Figures {
  readonly spans: number;
  /** Of all still present, the part placed. */
  readonly found: number;
  /** Of those placed, the part in its right place. */
  readonly right: number;
  readonly editedFound: number;
  readonly deletedOrphaned: number;
  /** Spans that stand unchanged and once in both drafts and were not placed exactly. */
  readonly onceMissed: number;
  readonly wrong: readonly { readonly span: TrueSpan; readonly got: Reanchored; readonly revision: Revision }[];
}

/** Re-anchors every sentence of each revision and compares with the truth. */
export function figuresOf(revisions: Iterable<Revision>): Figures {
  const all = {
    spans: 0,
    present: 0,
    found: 0,
    placed: 0,
    right: 0,
    edited: 0,
    editedFound: 0,
    deleted: 0,
    orphaned: 0,
  };
  let onceMissed = 0;
  const wrong: { span: TrueSpan; got: Reanchored; revision: Revision }[] = [];
  for (const revision of revisions) {
    reanchor(revision.oldText, revision.newText, revision.spans).forEach((got, at) => {
      const span = revision.spans[at]!;
      const placed = got.start !== null;
      const right = isRight(span, got);
      all.spans++;
      if (placed) all.placed++;
      if (placed && right) all.right++;
      if (span.fate === 'deleted') {
        all.deleted++;
        if (!placed) all.orphaned++;
      } else {
        all.present++;
        if (placed) all.found++;
        if (span.fate === 'edited') all.edited++;
        if (span.fate === 'edited' && placed && right) all.editedFound++;
      }
      if (!right && once(revision, span)) onceMissed++;
      if (!right) wrong.push({ span, got, revision });
    });
  }
  return {
    spans: all.spans,
    found: all.found / all.present,
    right: all.right / all.placed,
    editedFound: all.editedFound / all.edited,
    deletedOrphaned: all.orphaned / all.deleted,
    onceMissed,
    wrong,
  };
}

/** The very place for what stayed the same; more than half of both for what was edited (Jaccard); none for what went. */
function isRight({ fate, now }: TrueSpan, { start, end, state }: Reanchored): boolean {
  if (!now || start === null || end === null) return !now && start === null;
  if (fate === 'same') return start === now.start && end === now.end && state === 'anchored';
  const common = Math.min(end, now.end) - Math.max(start, now.start);
  return common > (Math.max(end, now.end) - Math.min(start, now.start)) / 2;
}

function once({ oldText, newText }: Revision, { start, end }: TrueSpan): boolean {
  const words = oldText.slice(start, end);
  return [oldText, newText].every((text) => text.includes(words) && text.indexOf(words) === text.lastIndexOf(words));
}
