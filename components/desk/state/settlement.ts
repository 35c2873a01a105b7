import { articleNode } from '@/components/editor/article-node';
import type { Article, ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Source } from '@/core/source/source';
import { fieldKey } from './desk-state';
import { anchorOf, type Entry, isCreation, isFieldChange, type Refused, sameValue } from './entry';
import { entriesFollowed } from './entry-places';
import { fieldOf, type Known, recordOf } from './known';
import { hasShape, isCitation, isClaim, isComment } from './landing';
import {
  forgetCitation,
  forgetComment,
  knowArticle,
  knowChangeSigned,
  knowCitation,
  knowClaims,
  knowComment,
  knowDeleted,
  knowLook,
  knowSource,
  withClaim,
} from './learning';
import { type Changer, entryOf, type Ledger, replaced, type Start, tidied, without } from './ledger';

import { followClaims, type TextTold, told } from './text';

/** Which edit of an entry an answer is to: the one that bore this stamp. */
export interface Sent {
  readonly entryId: string;
  readonly stamp: string;
}

/** A change as the event stream tells it: the event, and the record that it concerns as it stands. */
export interface Heard {
  readonly event: Event;
  readonly claim?: Claim | null;
  readonly article?: Article | null;
  /** A source that claims of the article cite, where the event is about no one of them. */
  readonly source?: Source | null;
  /** The edits that an `article.edited` tells of. */
  readonly text?: TextTold | null;
}

/** Notes, before the call goes out, that from now on the server may hold this edit. */
export function departed(ledger: Ledger, { entryId, stamp }: Sent): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry || entry.stamp !== stamp) return ledger;
  const value = isFieldChange(entry) ? entry.value : true;
  if (entry.sent.some((sent) => sameValue(sent, value))) return ledger;
  return replaced(ledger, entry, { ...entry, sent: [...entry.sent, value] });
}

/**
 * The server has it on disk. `record` is its answer, undefined for an answer without one. An entry that was edited since stays,
 * and starts from what was acknowledged.
 */
export function acknowledged(ledger: Ledger, { entryId, stamp }: Sent, record: unknown, at: string): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry) return tidied(learn(ledger, record));
  const next =
    record === undefined ? { ...ledger, known: withEffect(ledger.known, entry, at) } : learnOwn(ledger, entry, record);
  const kept = entryOf(next, entryId) ?? entry;
  const start = startAfter(kept, record);
  if (kept.stamp === stamp) return tidied(without(next, kept, start));
  return tidied(replaced(next, kept, { ...kept, ...start, sent: [], failures: 0 }));
}

function startAfter(entry: Entry, record: unknown): Start {
  if (!hasShape(record) || !isFieldChange(entry)) return { base: entry.base, baseRevision: entry.baseRevision };
  return { base: record[entry.field], baseRevision: record.revision };
}

/** The server said no to this edit. One that was typed over meanwhile is sent before anybody is told. */
export function refused(ledger: Ledger, { entryId, stamp }: Sent, refusal: Refused): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry || entry.stamp !== stamp) return ledger;
  return replaced(ledger, entry, { ...entry, refused: refusal });
}

/** The server failed on this very entry. */
export function failed(ledger: Ledger, { entryId }: Sent): Ledger {
  const entry = entryOf(ledger, entryId);
  return entry ? replaced(ledger, entry, { ...entry, failures: entry.failures + 1 }) : ledger;
}

/** The record as the server has it now, from whoever changed it (a 409's `current`, a record read again). */
export function learned(ledger: Ledger, record: unknown): Ledger {
  return tidied(learn(ledger, record));
}

/**
 * Edits of the text came in: the text, the places of all claims and those of what waits to be sent go on together. Nothing
 * changes where they are known already, or where edits before them are missing.
 */
export function textTold(ledger: Ledger, came: TextTold): Ledger {
  // Claims that came before their text are placed at the very version that they came with.
  const stops = [...ledger.known.early.values()].map(({ version }) => version);
  const within = [...new Set(stops)].filter((version) => version < came.version).sort((a, b) => a - b);
  return [...within.map((version) => upTo(came, version)), came].reduce(textTaken, ledger);
}

function upTo(came: TextTold, version: number): TextTold {
  const steps = came.steps.slice(0, Math.max(0, version - came.since));
  return { ...came, version, steps, reanchored: came.reanchored.filter((one) => one.version <= version) };
}

function textTaken(ledger: Ledger, came: TextTold): Ledger {
  const { known } = ledger;
  const { article } = known;
  const change = told({ doc: articleNode(article.doc), version: article.version, steps: known.steps }, came);
  if (!change) return ledger;
  const { doc, version, steps } = change.text;
  const claims = new Map([...known.claims, ...followClaims(known.claims.values(), change)]);
  const early = new Map(known.early);
  for (const [id, claim] of early) {
    if (claim.version > version) continue;
    early.delete(id);
    const now = claims.get(id);
    if (now && now.revision === claim.revision) claims.set(id, { ...now, anchors: claim.anchors });
  }
  // A document is its own JSON where it is read (`articleNode`).
  const now = { ...article, version, doc: doc as unknown as ArticleWithDoc['doc'] };
  const entries = entriesFollowed(ledger.entries, change, article.version);
  return tidied({ ...ledger, entries, known: { article: now, claims, steps, early } });
}

/** An event came in. One of our own may come before the answer to our own call: it must not look like someone else's. */
export function heard(before: Ledger, { event, claim, article, source, text }: Heard, personId: string): Ledger {
  const ledger = text ? textTold(before, text) : before;
  const record = claim ?? article;
  const recordId = event.claimId ?? event.articleId;
  const own =
    event.by === personId &&
    ledger.entries.find(
      (entry) => entry.sent.length > 0 && (entry.claimId ?? entry.recordId) === recordId && mayBeOurs(entry, record),
    );
  let next = own && record ? learnOwn(ledger, own, record, 'event') : learn(ledger, record, 'event');
  if (source) next = { ...next, known: knowSource(next.known, source) };
  if (event.kind === 'claim.deleted' && event.claimId && !claim)
    next = { ...next, known: knowDeleted(next.known, event.claimId, event.at) };
  if (event.kind === 'article.deleted' && !article)
    next = { ...next, known: { ...next.known, article: { ...next.known.article, deletedAt: event.at } } };
  next = { ...next, known: knowLook(knowChangeSigned(next.known, event), event) };
  return tidied({ ...next, changers: withChangers(next.changers, event) });
}

/** Whether a record may be what an entry's own call made: of a field, it then holds a value that was sent. */
function mayBeOurs(entry: Entry, record: unknown): boolean {
  if (!isFieldChange(entry) || !hasShape(record) || record.id !== entry.recordId) return true;
  return entry.sent.some((sent) => sameValue(sent, record[entry.field]));
}

/** Who changed what, from events of a claim's history or of the stream. Later ones win. */
export function withChangers(changers: Ledger['changers'], event: Event): Ledger['changers'] {
  const named = { ...event.before, ...event.after };
  const partId = named.citationId ?? named.commentId;
  const recordId = typeof partId === 'string' ? partId : (event.claimId ?? event.articleId);
  if (!recordId) return changers;
  const fields = event.kind === 'claim.deleted' || event.kind === 'claim.restored' ? ['deletedAt'] : [];
  const changer: Changer = { by: event.by, at: event.at };
  const next = new Map(changers);
  for (const field of [...fields, ...Object.keys(event.after ?? {})]) {
    const key = fieldKey(recordId, field);
    if ((next.get(key)?.at ?? '') <= event.at) next.set(key, changer);
  }
  // What a reviewer approved is changed by whatever changes the claim.
  if (event.claimId) next.set(fieldKey(event.claimId, 'approval'), changer);
  return next;
}

/**
 * Everything read again. Of the claims known at `asked`, when the reading began, those that it does not give are gone; one that
 * was heard of since is kept.
 */
export function readAgain(
  ledger: Ledger,
  read: { article: ArticleWithDoc; claims: readonly Claim[] },
  asked: Known,
  at: string,
): Ledger {
  const claims = new Map(ledger.known.claims);
  const given = new Set(read.claims.map(({ id }) => id));
  for (const [id, claim] of asked.claims)
    if (!given.has(id) && claims.get(id) === claim && claim.deletedAt === null)
      claims.set(id, { ...claim, deletedAt: at });
  const known = knowClaims({ ...knowArticle(ledger.known, read.article), claims }, read.claims, 'answer');
  return tidied({ ...ledger, known });
}

function learn(ledger: Ledger, record: unknown, via: 'answer' | 'event' = 'answer'): Ledger {
  const { known } = ledger;
  const next = isClaim(record)
    ? knowClaims(known, [record], via)
    : isCitation(record)
      ? knowCitation(known, record)
      : isComment(record)
        ? knowComment(known, record)
        : hasShape(record) && record.id === known.article.id
          ? knowArticle(known, record as unknown as Article)
          : known;
  return next === known ? ledger : { ...ledger, known: next };
}

/**
 * Learns a record that our own call made. Where nobody else came between (the next revision), whatever else changed in it is our
 * change's own consequence (a new verdict takes an approval back): the other queued fields start from there, in silence.
 */
function learnOwn(ledger: Ledger, entry: Entry, record: unknown, via: 'answer' | 'event' = 'answer'): Ledger {
  const before = recordOf(ledger.known, entry);
  const next = learn(ledger, record, via);
  if (!hasShape(record) || record.id !== entry.recordId) return next;
  if (record.revision !== (before?.revision ?? 0) + 1) return next;
  const entries = next.entries.map((other) => {
    if (other === entry || !isFieldChange(other) || other.recordId !== record.id) return other;
    const untouched = before ? sameValue(other.base, fieldOf(before, other.field)) : isCreation(entry);
    return untouched ? { ...other, base: record[other.field], baseRevision: record.revision } : other;
  });
  return { ...next, entries };
}

/** What a confirmation without a record means for what is known. */
function withEffect(known: Known, entry: Entry, at: string): Known {
  if (entry.kind === 'citation.dropped') return forgetCitation(known, entry.claimId ?? '', entry.recordId);
  if (entry.kind === 'comment.deleted') return forgetComment(known, entry.claimId ?? '', entry.recordId);
  if (entry.kind === 'claim.deleted') return knowDeleted(known, entry.recordId, at);
  const claim = known.claims.get(entry.recordId);
  if (entry.kind !== 'anchor.dropped' || !claim) return known;
  const anchor = anchorOf(claim, entry.base as Claim['anchors'][number]);
  return withClaim(known, { ...claim, anchors: claim.anchors.filter((one) => one !== anchor) });
}
