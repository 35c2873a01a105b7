import { articleNode } from '@/components/editor/article-node';
import { ProblemAnswer } from '@/components/interface/call';
import { placeAnchor } from '@/core/anchor/place';
import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim, CreateClaim, PatchClaim } from '@/core/claim/claim';
import type { Comment, CreateComment } from '@/core/claim/comment';
import { approve, judge, sendBack, unjudged, withdraw } from '@/core/claim/life';
import type { House } from '@/core/claim/unmet-rules';
import type { Event, EventKind } from '@/core/event/event';
import { firstRules } from '@/core/newsroom/rules';
import { Problem } from '@/core/problem';
import { problemStatus } from '@/core/problem-status';
import type { Citation, CreateCitation } from '@/core/source/source';
import { recheck } from './model-recheck';
import { ModelText, type Place } from './model-text';
import { oldestFirst } from './optimism';
import { provisionalCitation, provisionalComment } from './provisional';
import type { Request } from './request';
import type { Heard } from './settlement';
import type { TextTold } from './text';
import { judgedOn } from './words-judged';

/**
 * The interface as its contract says, in memory, for tests of the desk's state: revisions, creates that are repeated, problems,
 * and an event for each change.
 */
export class ModelServer {
  readonly claims = new Map<string, Claim>();
  readonly told: Heard[] = [];
  private readonly deleted = new Map<string, Comment>();
  /** Every value that a field of a record ever had, with who gave it: what was acknowledged is in here. */
  readonly values: { recordId: string; field: string; value: unknown; before: unknown; by: string }[] = [];
  /** How often each create was carried out. */
  readonly makings = new Map<string, number>();
  /** Values that the server will not take (422). */
  isRefused: (value: unknown) => boolean = () => false;
  readonly text: ModelText;
  private clock = 0;
  private ids = 0;

  constructor(private readonly opened: ArticleWithDoc) {
    this.text = new ModelText(articleNode(opened.doc));
  }

  get article(): ArticleWithDoc {
    return { ...this.opened, version: this.text.version, doc: this.text.doc.toJSON() };
  }

  get since(): number {
    return this.told.length;
  }

  snapshot(): { article: ArticleWithDoc; claims: Claim[]; since: number } {
    const claims = [...this.claims.values()].filter(({ deletedAt }) => deletedAt === null);
    return structuredClone({ article: this.article, claims, since: this.since });
  }

  /** Carries a call out and gives its answer. Throws a `ProblemAnswer`. */
  answer(
    method: Request['method'] | 'GET',
    path: string,
    { body = {}, ifMatch, personId }: Partial<Request['init']>,
  ): unknown {
    const by = personId ?? 'somebody';
    const [, , room, id = '', part, partId = ''] = path.split('?')[0]?.split('/') ?? [];
    if (method === 'GET' && part === 'steps') return structuredClone(this.text.since(Number(path.split('since=')[1])));
    try {
      return structuredClone(
        this.route(`${method} ${room}${part ? `/${part}` : ''}`, { id, partId, body, ifMatch, by }),
      );
    } catch (failure) {
      throw failure instanceof Problem ? problem(problemStatus[failure.code], failure.code) : failure;
    }
  }

  private route(what: string, { id, partId, body, ifMatch, by }: Asked): unknown {
    switch (what) {
      case 'POST articles/claims':
        return this.createClaim(by, body as CreateClaim & { id: string });
      case 'GET claims':
        return this.live(id);
      case 'GET claims/history':
        return { items: this.told.flatMap(({ event }) => (event.claimId === id ? [event] : [])), nextCursor: null };
      case 'PATCH claims':
        return this.changeClaim(by, this.matching(this.live(id), ifMatch), body);
      case 'DELETE claims':
        return this.write(by, 'claim.deleted', this.matching(this.live(id), ifMatch), { deletedAt: this.now() });
      case 'POST claims/restore':
        return this.restore(by, id);
      case 'POST claims/anchors':
        return this.addAnchor(by, this.matching(this.live(id), ifMatch), body as Place);
      case 'DELETE claims/anchors':
        return this.dropAnchor(by, this.live(id), partId, ifMatch);
      case 'POST claims/citations':
        return this.addCitation(by, this.live(id), body as CreateCitation & { id: string });
      case 'PATCH citations':
        return this.changeCitation(by, id, ifMatch, body);
      case 'DELETE citations':
        return this.dropCitation(by, id, ifMatch);
      case 'POST claims/comments':
        return this.addComment(by, this.live(id), body as CreateComment & { id: string });
      case 'PATCH comments':
        return this.changeComment(by, id, ifMatch, body);
      case 'DELETE comments':
        return this.deleteComment(by, id, ifMatch);
      case 'POST comments/restore':
        return this.restoreComment(by, id);
      case 'POST comments/resolve':
        return this.settleThread(by, id, { resolvedBy: by, resolvedAt: this.now() });
      case 'POST comments/reopen':
        return this.settleThread(by, id, { resolvedBy: null, resolvedAt: null });
      case 'POST claims/approve':
        return this.write(
          by,
          'claim.approved',
          this.matching(this.live(id), ifMatch),
          approve(this.live(id), this.act(by), openHouse),
        );
      case 'DELETE claims/approve':
        return this.write(
          by,
          'claim.unapproved',
          this.matching(this.live(id), ifMatch),
          withdraw(this.live(id), this.act(by)),
        );
      case 'POST claims/return':
        return this.write(
          by,
          'claim.returned',
          this.matching(this.live(id), ifMatch),
          sendBack(this.live(id), (body as { note: string }).note, this.act(by)),
        );
      case 'POST articles/steps':
        return this.editText(by, body as Edit);
      case 'POST claims/confirm':
      case 'POST claims/accept':
      case 'POST claims/reject':
      case 'POST claims/close':
      case 'POST claims/reopen':
        return this.recheck(by, what.slice('POST claims/'.length), this.matching(this.live(id), ifMatch), body);
      default:
        throw problem(404, 'absent');
    }
  }

  /** Takes edits of the text in, and tells of them and of every claim whose words are others then. */
  editText(by: string, { version, clientId, steps }: Edit): object {
    if (version !== this.text.version) throw problem(409, 'behind', undefined, { ...this.text.since(version) });
    const follow = this.text.take(steps, clientId);
    this.tell(by, 'article.edited', null, {}, this.text.since(version));
    for (const claim of this.claims.values()) {
      const places = follow(claim.anchors);
      const anchors = claim.anchors.map((anchor, at) => placeAnchor(this.text.doc, { ...anchor, ...places[at]! }));
      const turned = anchors.some(({ state }, at) => state !== claim.anchors[at]?.state);
      const now = { ...claim, anchors, version: this.text.version };
      if (turned) this.write(by, 'anchor.changed', now, {});
      else this.claims.set(claim.id, now);
    }
    return { version: this.text.version, reanchored: [] };
  }

  private recheck(by: string, verb: string, claim: Claim, said: object): Claim {
    const fields = recheck(verb, claim, said, this.act(by), openHouse);
    if (verb === 'accept') this.putIn(by, claim);
    return this.write(by, KINDS[verb] as EventKind, this.live(claim.id), fields);
  }

  /** The correction in the place of the words that were judged, by an edit like any other. */
  private putIn(by: string, { anchors, correction }: Claim): void {
    const { version } = this.text;
    const slice = { content: [{ type: 'text', text: correction }] };
    const steps = anchors.map(({ from, to }) => ({ stepType: 'replace', from, to, slice }));
    this.editText(by, { version, clientId: this.newId(), steps: steps.slice(0, 1) });
  }

  /** Somebody else's change, or one of our own from another computer. */
  changeClaim(by: string, claim: Claim, { words, ...patch }: PatchClaim): Claim {
    if (Object.values(patch).some(this.isRefused)) throw problem(422, 'verdict-unknown');
    for (const [field, value] of Object.entries(patch)) {
      const before = (claim as unknown as Record<string, unknown>)[field];
      this.values.push({ recordId: claim.id, field, value, before, by });
    }
    const { anchors } = typeof patch.verdict === 'string' ? judgedOn(claim, words) : claim;
    const fields = { ...judge(claim, patch, this.act(by), openHouse), ...(anchors !== claim.anchors && { anchors }) };
    return Object.keys(fields).length === 0 ? claim : this.write(by, 'claim.changed', claim, fields);
  }

  deleteClaim(by: string, claim: Claim): void {
    this.write(by, 'claim.deleted', claim, { deletedAt: this.now() });
  }

  private createClaim(by: string, body: CreateClaim & { id: string }): Claim {
    const there = this.claims.get(body.id);
    if (there) return there;
    if (this.isRefused(body.verdict)) throw problem(422, 'verdict-unknown');
    const anchors = body.anchors.map((anchor) => this.anchorAt(anchor as Place));
    this.makings.set(body.id, (this.makings.get(body.id) ?? 0) + 1);
    const { verdict = null, assigneeId = null } = body;
    const at = this.now();
    const claim: Claim = {
      id: body.id,
      articleId: this.article.id,
      revision: 1,
      version: this.article.version,
      anchors,
      ...unjudged,
      ...judge({ ...unjudged, citations: [] }, { verdict, assigneeId }, { by, role: 'admin', at }, openHouse),
      createdBy: by,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      closed: null,
      citations: [],
      comments: [],
      check: null,
      repeats: [],
    };
    return this.store(by, 'claim.created', claim, {});
  }

  private restore(by: string, id: string): Claim {
    const claim = this.claims.get(id);
    if (!claim) throw problem(404, 'absent');
    return claim.deletedAt === null ? claim : this.write(by, 'claim.restored', claim, { deletedAt: null });
  }

  private addAnchor(by: string, claim: Claim, at: Place): Claim {
    const anchor = this.anchorAt(at);
    if (claim.anchors.some(({ from, to }) => from === anchor.from && to === anchor.to)) return claim;
    return this.write(by, 'anchor.added', claim, { anchors: [...claim.anchors, anchor] });
  }

  private dropAnchor(by: string, claim: Claim, anchorId: string, ifMatch: number | undefined): Claim {
    if (!claim.anchors.some(({ id }) => id === anchorId)) throw problem(404, 'absent');
    this.matching(claim, ifMatch);
    if (claim.anchors.length === 1) throw problem(422, 'last-anchor');
    return this.write(by, 'anchor.dropped', claim, { anchors: claim.anchors.filter(({ id }) => id !== anchorId) });
  }

  private addCitation(by: string, claim: Claim, body: CreateCitation & { id: string }): Citation {
    const there = claim.citations.find(({ id }) => id === body.id);
    if (there) return there;
    this.makings.set(body.id, (this.makings.get(body.id) ?? 0) + 1);
    const making = { by, at: this.now(), newId: () => this.newId() };
    const made = provisionalCitation(claim.id, body, undefined, making);
    const citation = { ...made, revision: 1, source: { ...made.source, revision: 1 } };
    this.store(
      by,
      'citation.added',
      { ...claim, citations: [...claim.citations, citation] },
      { citationId: citation.id },
    );
    return citation;
  }

  private changeCitation(by: string, id: string, ifMatch: number | undefined, patch: object): Citation {
    const { claim, citation } = this.cited(id);
    this.matching(citation, ifMatch);
    for (const [field, value] of Object.entries(patch)) {
      const before = (citation as unknown as Record<string, unknown>)[field];
      this.values.push({ recordId: id, field, value, before, by });
    }
    const changed = { ...citation, ...patch, revision: citation.revision + 1 };
    const citations = claim.citations.map((one) => (one === citation ? changed : one));
    this.store(by, 'citation.changed', { ...claim, citations }, { citationId: id, ...patch });
    return changed;
  }

  private dropCitation(by: string, id: string, ifMatch: number | undefined): undefined {
    const { claim, citation } = this.cited(id);
    this.matching(citation, ifMatch);
    const citations = claim.citations.filter((one) => one !== citation);
    this.store(by, 'citation.dropped', { ...claim, citations }, { citationId: id });
  }

  private addComment(by: string, claim: Claim, body: CreateComment & { id: string }): Comment {
    const there = claim.comments.find(({ id }) => id === body.id);
    if (there) return there;
    if (this.isRefused(body.body)) throw problem(422, 'comment-unknown');
    const parent = body.parentId === undefined || claim.comments.some(({ id }) => id === body.parentId);
    if (!parent) throw problem(422, 'comment-unknown');
    this.makings.set(body.id, (this.makings.get(body.id) ?? 0) + 1);
    this.values.push({ recordId: body.id, field: 'body', value: body.body, before: null, by });
    const made = provisionalComment(claim.id, body, { by, at: this.now(), newId: () => body.id });
    return this.said(by, 'comment.added', claim, { ...made, revision: 1 });
  }

  private changeComment(by: string, id: string, ifMatch: number | undefined, fields: object): Comment {
    const { claim, comment } = this.commented(id);
    this.matching(comment, ifMatch);
    const { body } = fields as { body: string };
    this.values.push({ recordId: id, field: 'body', value: body, before: comment.body, by });
    return this.said(by, 'comment.changed', claim, {
      ...comment,
      body,
      revision: comment.revision + 1,
      updatedAt: this.now(),
    });
  }

  private deleteComment(by: string, id: string, ifMatch: number | undefined): undefined {
    const { claim, comment } = this.commented(id);
    this.matching(comment, ifMatch);
    if (claim.comments.some(({ parentId }) => parentId === id)) throw problem(422, 'comment-answered');
    this.deleted.set(id, { ...comment, revision: comment.revision + 1 });
    const comments = claim.comments.filter((one) => one !== comment);
    this.store(by, 'comment.deleted', { ...claim, comments }, { commentId: id });
  }

  private restoreComment(by: string, id: string): Comment {
    const comment = this.deleted.get(id);
    if (!comment) return this.commented(id).comment;
    this.deleted.delete(id);
    const revision = comment.revision + 1;
    return this.said(by, 'comment.restored', this.live(comment.claimId), { ...comment, revision });
  }

  private settleThread(by: string, id: string, to: Pick<Comment, 'resolvedBy' | 'resolvedAt'>): Comment {
    const { claim, comment } = this.commented(id);
    if ((comment.resolvedAt === null) === (to.resolvedAt === null)) return comment;
    const kind = to.resolvedAt === null ? 'comment.reopened' : 'comment.resolved';
    return this.said(by, kind, claim, { ...comment, ...to, revision: comment.revision + 1 });
  }

  private said(by: string, kind: EventKind, claim: Claim, comment: Comment): Comment {
    const others = claim.comments.filter(({ id }) => id !== comment.id);
    const comments = oldestFirst([...others, comment]);
    this.store(by, kind, { ...claim, comments }, { commentId: comment.id, body: comment.body });
    return comment;
  }

  private commented(id: string): { claim: Claim; comment: Comment } {
    for (const claim of this.claims.values()) {
      const comment = claim.comments.find((one) => one.id === id);
      if (comment && claim.deletedAt === null) return { claim, comment };
    }
    throw problem(404, 'absent');
  }

  private write(by: string, kind: EventKind, claim: Claim, fields: Partial<Claim>): Claim {
    const changed = { ...claim, ...fields, revision: claim.revision + 1, updatedAt: this.now() };
    return this.store(by, kind, changed, fields);
  }

  private store(by: string, kind: EventKind, claim: Claim, after: Record<string, unknown>): Claim {
    this.claims.set(claim.id, claim);
    this.tell(by, kind, claim, after);
    return claim;
  }

  private tell(by: string, kind: EventKind, claim: Claim | null, after: Record<string, unknown>, text?: TextTold) {
    const about = { articleId: this.opened.id, claimId: claim?.id ?? null, sourceId: null };
    const event: Event = { id: this.told.length + 1, kind, at: this.now(), by, ...about, before: null, after };
    this.told.push(structuredClone({ event, ...(claim && { claim }), ...(text && { text }) }));
  }

  live(id: string): Claim {
    const claim = this.claims.get(id);
    if (!claim || claim.deletedAt !== null) throw problem(404, 'absent');
    return claim;
  }

  private cited(id: string): { claim: Claim; citation: Citation } {
    for (const claim of this.claims.values()) {
      const citation = claim.citations.find((one) => one.id === id);
      if (citation && claim.deletedAt === null) return { claim, citation };
    }
    throw problem(404, 'absent');
  }

  private matching<R extends { revision: number }>(record: R, ifMatch: number | undefined): R {
    if (record.revision !== ifMatch) throw problem(409, 'stale', structuredClone(record));
    return record;
  }

  private anchorAt(place: Place): Claim['anchors'][number] {
    if (this.text.doc.content.size > 0) {
      const anchor = this.text.anchorAt(this.newId(), place);
      if (!anchor) throw 'from' in place ? problem(409, 'stale') : problem(422, 'quote-absent');
      return anchor;
    }
    // Without a text any place will do.
    const { from, to } = place as { from: number; to: number };
    const exact = `words ${from} to ${to}`;
    const quote = { exact, prefix: '', suffix: '', current: exact, start: from, end: to };
    return { id: this.newId(), from, to, ...quote, state: 'anchored' };
  }

  private act = (by: string) => ({ by, role: 'admin' as const, at: this.now() });
  private newId = () => `server-${++this.ids}`;
  private now = () => new Date(++this.clock).toISOString();
}

/** A newsroom that asks for nothing but one approval, and for three of what is critical. */
export const openHouse: House = {
  rules: { ...firstRules, secondPerson: false, approvers: { ...firstRules.approvers, critical: 3 } },
  scale: 'five-point',
  checkers: 2,
};

interface Edit {
  readonly version: number;
  readonly clientId: string;
  readonly steps: readonly unknown[];
}

const KINDS: Readonly<Record<string, EventKind>> = {
  confirm: 'claim.confirmed',
  accept: 'correction.accepted',
  reject: 'correction.rejected',
  close: 'claim.closed',
  reopen: 'claim.reopened',
};

interface Asked {
  readonly id: string;
  readonly partId: string;
  readonly body: object;
  readonly ifMatch: number | undefined;
  readonly by: string;
}

export function problem(status: number, code: string, current?: unknown, members: object = {}): ProblemAnswer {
  return new ProblemAnswer(status, code, `The server says ${code}.`, [], current, { ...members }, null);
}
