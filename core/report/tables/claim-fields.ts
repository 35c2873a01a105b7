import { type Claim, claimState } from '@/core/claim/claim';
import { threadsOf } from '@/core/claim/comment';
import type { Reading } from '../reading';
import { namingPlace, standingPlaces } from '../standing-places';
import type { Field } from './table';

/** A claim and the number that it has in the report. */
export interface ClaimRow {
  claim: Claim;
  number: number;
}

/** The claim's id in the interface, for programs. */
export const claimIdField: Field<ClaimRow> = { key: 'claimId', kind: 'text', width: 38, cell: ({ claim }) => claim.id };

/** What names a claim wherever it is spoken of: its number, its words, its verdict and where the work on it stands. */
export function namingFields({ words, verdictOf }: Reading): Field<ClaimRow>[] {
  return [
    { key: 'number', kind: 'number', width: 8, cell: ({ number }) => number },
    { key: 'words', kind: 'text', width: 56, cell: ({ claim }) => namingPlace(claim)?.exact ?? null },
    { key: 'verdict', kind: 'text', width: 16, cell: ({ claim }) => verdictOf(claim)?.label ?? claim.verdict },
    { key: 'status', kind: 'text', width: 16, cell: ({ claim }) => words(`status_${claim.status}`) },
  ];
}

/** The columns of the table of claims. */
export function claimFields(reading: Reading): Field<ClaimRow>[] {
  return [...namingFields(reading), ...judgementFields(reading), claimIdField];
}

/**
 * What the table of claims says beside what names the claim. The words are those that were judged, of the claim's first place in the text; `offsets` are
 * all its places as `start..end` in Unicode code points of the plain text. What is the newsroom's own is in its edition alone.
 */
export function judgementFields(reading: Reading): Field<ClaimRow>[] {
  const { report, words, name, names } = reading;
  const person = (id: string | null) => (id === null ? null : name(id));
  const fields: Field<ClaimRow>[] = [
    { key: 'rationale', kind: 'text', width: 64, cell: ({ claim }) => claim.rationale },
    { key: 'correction', kind: 'text', width: 48, cell: ({ claim }) => claim.correction },
    { key: 'severity', kind: 'text', width: 12, cell: ({ claim }) => severity(reading, claim) },
    { key: 'attributedTo', kind: 'text', width: 24, cell: ({ claim }) => claim.attributedTo },
    { key: 'state', kind: 'text', width: 22, cell: ({ claim }) => words(`table_state_${claimState(claim)}`) },
    { key: 'current', kind: 'text', width: 48, cell: ({ claim }) => changedWords(claim) },
    { key: 'places', kind: 'number', width: 9, cell: ({ claim }) => standingPlaces(claim).length },
    { key: 'offsets', kind: 'text', width: 20, cell: ({ claim }) => offsets(claim) },
    { key: 'otherWords', kind: 'text', width: 48, cell: ({ claim }) => otherWords(claim) },
    { key: 'sources', kind: 'number', width: 9, cell: ({ claim }) => claim.citations.length },
    { key: 'checkedBy', kind: 'text', width: 20, cell: ({ claim }) => person(claim.verdictBy) },
    { key: 'checkedAt', kind: 'moment', width: 17, cell: ({ claim }) => claim.verdictAt },
    {
      key: 'approvedBy',
      kind: 'text',
      width: 20,
      cell: ({ claim }) => names(claim.approvals.map(({ by }) => by)) || null,
    },
    { key: 'approvedAt', kind: 'moment', width: 17, cell: ({ claim }) => claim.approvedAt },
    { key: 'verdictKey', kind: 'text', width: 16, cell: ({ claim }) => claim.verdict },
  ];
  if (report.edition === 'public') return fields;
  return [
    ...fields,
    { key: 'comments', kind: 'text', width: 48, cell: ({ claim }) => comments(reading, claim) },
    { key: 'closed', kind: 'text', width: 32, cell: ({ claim }) => claim.closed?.reason ?? null },
  ];
}

function severity({ words }: Reading, { severity }: Claim): string | null {
  return severity && words(`severity_${severity}`);
}

/** What stands now where the judged words stood, of the first place that reads otherwise; null where every place is as judged. */
function changedWords(claim: Claim): string | null {
  return standingPlaces(claim).find(({ state }) => state === 'changed')?.current ?? null;
}

/** Two dots, since a spreadsheet takes `3-12` for a day and `3:12` for a time. */
function offsets(claim: Claim): string {
  return standingPlaces(claim)
    .map(({ start, end }) => `${start}..${end}`)
    .join('; ');
}

/** How the claim is worded at its other places, where that differs, a line each. */
function otherWords(claim: Claim): string | null {
  const first = namingPlace(claim)?.exact;
  const others = new Set(claim.anchors.map(({ exact }) => exact).filter((exact) => exact !== first));
  return others.size === 0 ? null : [...others].join('\n');
}

/** The threads, a blank line between two; each comment on lines of its own, behind the name of who wrote it. */
function comments({ words, name }: Reading, claim: Claim): string | null {
  if (claim.comments.length === 0) return null;
  return threadsOf(claim.comments)
    .map(({ first, replies }) =>
      [first, ...replies]
        .map(({ author, createdBy, body }) => words('table_comment', { who: author ?? name(createdBy), body }))
        .join('\n'),
    )
    .join('\n\n');
}
