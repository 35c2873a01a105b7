import { type AnchorState, anchorStates, claimStatuses, severities } from '@/core/claim/vocabulary';
import type { Event } from './event';
import { recheckLine } from './source-lines';
import { type Changed, changeOf, inline, mannerOf, personName, type Telling, type Told, told, who } from './telling';

/** What an event did to a claim and its places. */
export function claimLines(event: Event, telling: Telling): Told[] {
  const { words } = telling;
  const by = who(event, telling);
  const { after, before } = event;
  switch (event.kind) {
    case 'claim.created':
      return [
        { sentence: words('told.claim.created', { who: by, places: Number(after?.places ?? 1) }), ...exact(after) },
        ...said(event, telling)
          .filter(({ field }) => !(field === 'status' && after?.status === 'open'))
          .map(lineOf),
      ];
    case 'claim.approved':
      return [approvalLine(event, telling)];
    case 'claim.unapproved':
      return [{ sentence: words('told.claim.unapproved', { who: by }) }];
    case 'claim.returned':
      return [told(words('told.claim.returned', { who: by }), { from: null, to: after?.note ?? null })];
    case 'claim.deleted':
      return [told(words('told.claim.deleted', { who: by }), { from: before?.exact ?? null, to: null })];
    case 'claim.restored':
      return [
        { sentence: words('told.claim.restored', { who: by }), ...exact(after) },
        ...said(event, telling).map(lineOf),
      ];
    case 'claim.confirmed':
      return [told(words('told.claim.confirmed', { who: by }), wordsJudged(event))];
    case 'claim.closed':
      return [told(words('told.claim.closed', { who: by }), { from: null, to: after?.note ?? null })];
    case 'claim.recheck':
      return [recheckLine(event, telling), ...said(event, telling).map(lineOf)];
    case 'claim.reopened':
      return [{ sentence: words('told.claim.reopened', { who: by }) }];
    case 'correction.accepted':
      return [
        told(words('told.correction.accepted', { who: by }), {
          from: before?.exact ?? null,
          to: before?.correction ?? null,
        }),
      ];
    case 'correction.rejected':
      return [told(words('told.correction.rejected', { who: by }), { from: null, to: after?.note ?? null })];
    case 'anchor.changed':
      return [
        told(words(`told.anchor.${stateOf(after)}`, { who: by }), {
          from: before?.current ?? before?.exact ?? null,
          to: after?.current ?? null,
        }),
      ];
    case 'anchor.added':
      return [{ sentence: words('told.anchor.added', { who: by }), ...exact(after) }];
    case 'anchor.moved':
      return [
        told(words('told.anchor.moved', { who: by }), {
          from: before?.exact ?? null,
          to: after?.current ?? after?.exact ?? null,
        }),
      ];
    case 'anchor.dropped':
      return [told(words('told.anchor.dropped', { who: by }), { from: before?.exact ?? null, to: null })];
    default: {
      const lines = said(event, telling).map(lineOf);
      const [had, has] = [before?.approvals, after?.approvals].map((given) =>
        Array.isArray(given) ? given.length : 0,
      );
      // Of the approvals that are needed, one that is not the last.
      if (has! > had! && after?.status !== 'approved') return [approvalLine(event, telling)];
      return lines.length > 0 ? lines : [{ sentence: words('told.claim.changed', { who: by }) }];
    }
  }
}

const fields = [
  'verdict',
  'rationale',
  'correction',
  'severity',
  'attributedTo',
  'assigneeId',
  'secondCheckerId',
  'status',
] as const;
type Field = (typeof fields)[number];
export interface Line extends Told {
  readonly field: Field;
}
export const lineOf = ({ field: _, ...line }: Line): Told => line;

/** The lines of the fields that an event of a claim touches, in their order of weight. */
export function said(event: Event, telling: Telling): Line[] {
  return fields.flatMap((field): Line[] => {
    const change = changeOf(event, field);
    return change ? [{ field, ...lineFor[field](event, telling, change) }] : [];
  });
}

const lineFor: Record<Field, (event: Event, telling: Telling, change: Changed) => Told> = {
  verdict: (event, telling, change) => short('verdict', event, telling, change, (key) => verdictLabel(key, telling)),
  severity: (event, telling, change) => short('severity', event, telling, change, (key) => severityLabel(key, telling)),
  attributedTo: (event, telling, change) => short('attributedTo', event, telling, change, inline),
  secondCheckerId: (event, telling, change) =>
    short('secondCheckerId', event, telling, change, (id) => personName(id, telling)),
  assigneeId: (event, telling, change) => {
    const own = change.from === null ? change.to === event.by : change.to === null && change.from === event.by;
    if (own)
      return {
        sentence: telling.words(`told.assigneeId.${change.to === null ? 'given-up' : 'taken'}`, {
          who: who(event, telling),
        }),
      };
    return short('assigneeId', event, telling, change, (id) => personName(id, telling));
  },
  rationale: (event, telling, change) => long('rationale', event, telling, change),
  correction: (event, telling, change) => long('correction', event, telling, change),
  status: statusLine,
};

type Short = 'verdict' | 'severity' | 'attributedTo' | 'assigneeId' | 'secondCheckerId';

function short(field: Short, event: Event, telling: Telling, change: Changed, label: (value: unknown) => string): Told {
  const values = { who: who(event, telling), from: label(change.from), to: label(change.to) };
  return { sentence: telling.words(`told.${field}.${mannerOf(change)}`, values) };
}

function long(field: 'rationale' | 'correction', event: Event, telling: Telling, change: Changed): Told {
  return told(telling.words(`told.${field}.${mannerOf(change)}`, { who: who(event, telling) }), change);
}

function statusLine(event: Event, telling: Telling, { from, to }: Changed): Told {
  const by = who(event, telling);
  if (to === 'approved') return approvalLine(event, telling);
  const values = { who: by, from: statusLabel(from ?? 'open', telling), to: statusLabel(to ?? 'open', telling) };
  if (from === 'approved' && (event.after?.reason === 'rules-unmet' || changeOf(event, 'severity')))
    return { sentence: telling.words('told.status.unmet', values) };
  const reopened = from === 'approved' && to === 'in-review' && approvedFields.some((field) => changeOf(event, field));
  return { sentence: telling.words(reopened ? 'told.status.reopened' : 'told.status.changed', values) };
}

/** One approval; of several, how many there are. */
function approvalLine(event: Event, telling: Telling): Told {
  const given = Array.isArray(event.after?.approvals) ? event.after.approvals.length : 0;
  const needed = Number(event.after?.needed ?? 1);
  const values = { who: who(event, telling), given, needed };
  return {
    sentence: telling.words(given > 0 && needed > 1 ? 'told.claim.approved-one-of' : 'told.claim.approved', values),
  };
}

/** What an approval covers: see `judge`. */
const approvedFields = ['verdict', 'rationale', 'correction'] as const;

/** The words judged before and from then on, of all places whose words had changed. */
function wordsJudged({ before, after }: Event): Changed {
  const joined = (fields: Event['after']) => (Array.isArray(fields?.words) ? fields.words.join('\n') : null);
  return { from: joined(before), to: joined(after) };
}

function stateOf(fields: Event['after']): AnchorState {
  return anchorStates.find((state) => state === fields?.state) ?? 'changed';
}

export function verdictLabel(key: unknown, { verdicts }: Telling): string {
  return inline(verdicts.find((verdict) => verdict.key === key)?.label ?? key);
}

function severityLabel(key: unknown, { words }: Telling): string {
  const severity = severities.find((one) => one === key);
  return severity ? words(`severity.${severity}`) : inline(key);
}

function statusLabel(key: unknown, { words }: Telling): string {
  const status = claimStatuses.find((one) => one === key);
  return status ? words(`status.${status}`) : inline(key);
}

function exact(fields: Event['after']): { after?: string } {
  return typeof fields?.exact === 'string' ? { after: fields.exact } : {};
}
