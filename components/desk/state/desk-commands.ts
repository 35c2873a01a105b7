import { claims, sources } from '@/components/interface/operations';
import type { Claim } from '@/core/claim/claim';
import type { Citation, CreateCitation } from '@/core/source/source';
import type { DeskCommands, Done, Passage } from './commands';
import type { Change, DeskState, RecordKind } from './desk-state';
import { type Entry, judgementOf, sameValue } from './entry';
import { fieldOf, type KnownRecord } from './known';
import { type Making, provisionalAnchor, provisionalCitation, provisionalClaim } from './provisional';
import type { Undoable } from './undo';

/** What a command hands to the store; the store adds who, when and which place in the queue. */
export type Draft = Pick<Entry, 'kind' | 'recordKind' | 'recordId' | 'claimId' | 'field' | 'method' | 'path'> &
  Partial<Pick<Entry, 'body' | 'value' | 'base' | 'baseRevision' | 'shown'>>;

/** How soon a change goes out: as soon as it can, or once the typing of it pauses. */
export type Pace = 'now' | 'typing';

export interface Desk {
  state(): DeskState;
  /** The server's record, without what is queued. */
  known(kind: RecordKind, id: string, claimId: string | null): KnownRecord | undefined;
  queue(draft: Draft, pace: Pace): void;
  /** Takes a refused creation, and what builds on it, out of the queue. The way to put it back; null if it was not refused. */
  withdraw(recordId: string): (() => void) | null;
  remember(act: Undoable): void;
  takeBack(act: Undoable): void;
  making(): Making;
}

/** Fields that are written, not chosen. They go out when the typing pauses, and undo themselves while they have the focus. */
const WRITTEN = new Set(['rationale', 'correction', 'attributedTo', 'quote', 'locator', 'note', 'title']);

const claimPath = (id: string) => `/api/claims/${encodeURIComponent(id)}`;
const citationPath = (id: string) => `/api/citations/${encodeURIComponent(id)}`;

type Commands = Omit<DeskCommands, 'flush' | 'resolveConflict' | 'retry' | 'discard' | 'retryNow' | 'undo'>;

/** The commands that change the article, its claims and citations, and the two questions. None of them uses `this`. */
export function commandsOf(desk: Desk): Commands {
  const claimNow = (id: string) => desk.state().claimById.get(id);
  const aboutClaim = (claimId: string) => ({ recordKind: 'claim', recordId: claimId, claimId }) as const;

  function done(change: Change, stands: Undoable['stands'], takeBack: () => void, remembered = true): Done {
    const act: Undoable = { change, stands, takeBack };
    if (remembered) desk.remember(act);
    let open = true;
    const undo = () => {
      if (open && stands(desk.state())) desk.takeBack(act);
      open = false;
    };
    return { change, undo };
  }

  /** Queues each field of a patch by itself, so that one that is refused or in conflict does not hold up the others. */
  function changeFields(
    record: Pick<Draft, 'kind' | 'recordKind' | 'recordId' | 'claimId' | 'path'>,
    shown: object,
    patch: object,
    again: (patch: Record<string, unknown>) => void,
    shownNow: (state: DeskState) => object | undefined,
  ): Done {
    const was = shown as Readonly<Record<string, unknown>>;
    const known = desk.known(record.recordKind, record.recordId, record.claimId);
    const changed = Object.entries(patch).filter(
      ([field, value]) => value !== undefined && !sameValue(was[field], value),
    );
    for (const [field, value] of changed) {
      const base = known ? fieldOf(known, field) : was[field];
      const draft = { ...record, field, method: 'PATCH', body: { [field]: value }, value, base } as const;
      desk.queue({ ...draft, baseRevision: known?.revision ?? null }, WRITTEN.has(field) ? 'typing' : 'now');
    }
    const [field = '', after = null] = changed[0] ?? [];
    const before = was[field] ?? null;
    const change: Change = { ...record, field, before, after };
    const stands = (state: DeskState) => {
      const now = shownNow(state) as Record<string, unknown> | undefined;
      return now !== undefined && changed.length > 0 && changed.every(([name, value]) => sameValue(now[name], value));
    };
    const back = () => again(Object.fromEntries(changed.map(([name]) => [name, was[name] ?? null])));
    return done(
      change,
      stands,
      back,
      changed.some(([name]) => !WRITTEN.has(name)),
    );
  }

  const selector = ({ from, to }: Passage) => ({ from, to, version: desk.state().article.version });

  const commands: Commands = {
    markClaim({ passages, verdict = null, assigneeId = null }) {
      const making = desk.making();
      const id = making.newId();
      const articleId = desk.state().article.id;
      const body = {
        id,
        anchors: passages.map(selector),
        ...(verdict !== null && { verdict }),
        ...(assigneeId !== null && { assigneeId }),
      };
      const claim = provisionalClaim({ id, articleId, passages, verdict, assigneeId }, making);
      const path = `/api/articles/${encodeURIComponent(articleId)}/claims`;
      const about = { kind: 'claim.created', field: '*', ...aboutClaim(id) } as const;
      desk.queue({ ...about, method: 'POST', path, body, value: body, shown: { claim } }, 'now');
      const change: Change = { ...about, before: null, after: null };
      const made = done(
        change,
        (state) => state.claimById.has(id),
        () => remove(id),
      );
      return { ...made, claimId: id };
    },

    changeClaim(claimId, { status, ...rest }) {
      // The interface takes a status of null for the first one; here it is named, so that what is shown is what is sent.
      const patch = status === undefined ? rest : { ...rest, status: status ?? 'open' };
      const about = { kind: 'claim.changed', path: claimPath(claimId), ...aboutClaim(claimId) } as const;
      const again = (back: object) => commands.changeClaim(claimId, back);
      return changeFields(about, claimNow(claimId) ?? {}, patch, again, (state) => state.claimById.get(claimId));
    },

    deleteClaim(claimId) {
      const restore = remove(claimId);
      const change: Change = {
        ...aboutClaim(claimId),
        kind: 'claim.deleted',
        field: 'deletedAt',
        before: null,
        after: null,
      };
      return done(change, (state) => !state.claimById.has(claimId), restore);
    },

    restoreClaim(claimId) {
      const about = { kind: 'claim.restored', field: 'deletedAt', ...aboutClaim(claimId) } as const;
      desk.queue({ ...about, method: 'POST', path: `${claimPath(claimId)}/restore` }, 'now');
    },

    addAnchor(claimId, passage) {
      const anchor = provisionalAnchor(passage, desk.making());
      const body = selector(passage);
      const about = { kind: 'anchor.added', field: 'anchors', ...aboutClaim(claimId) } as const;
      desk.queue(
        { ...about, method: 'POST', path: `${claimPath(claimId)}/anchors`, body, value: body, shown: { anchor } },
        'now',
      );
      const here = (state: DeskState) =>
        state.claimById.get(claimId)?.anchors.find(({ from, to }) => from === passage.from && to === passage.to);
      const change: Change = { ...about, before: null, after: passage.exact };
      return done(
        change,
        (state) => here(state) !== undefined,
        () => {
          const now = here(desk.state());
          if (now) commands.dropAnchor(claimId, now.id);
        },
      );
    },

    dropAnchor(claimId, anchorId) {
      const anchor = claimNow(claimId)?.anchors.find(({ id }) => id === anchorId);
      const about = { kind: 'anchor.dropped', field: 'anchors', ...aboutClaim(claimId) } as const;
      const change: Change = { ...about, before: anchor?.exact ?? null, after: null };
      if (!anchor)
        return done(
          change,
          () => false,
          () => {},
          false,
        );
      const putBack = desk.withdraw(anchorId);
      if (!putBack)
        desk.queue(
          { ...about, method: 'DELETE', path: `${claimPath(claimId)}/anchors/{anchorId}`, base: anchor },
          'now',
        );
      const gone = (state: DeskState) =>
        state.claimById.get(claimId)?.anchors.every(({ from, to }) => from !== anchor.from || to !== anchor.to) ??
        false;
      return done(change, gone, () => {
        if (putBack) putBack();
        else if (anchor.from !== null && anchor.to !== null)
          commands.addAnchor(claimId, passageOf({ ...anchor, from: anchor.from, to: anchor.to }));
      });
    },

    moveAnchor(claimId, anchorId, passage) {
      const anchor = claimNow(claimId)?.anchors.find(({ id }) => id === anchorId);
      const about = { kind: 'anchor.moved', field: 'anchors', ...aboutClaim(claimId) } as const;
      const change: Change = { ...about, before: anchor?.current ?? null, after: passage.exact };
      if (!anchor)
        return done(
          change,
          () => false,
          () => {},
          false,
        );
      const { exact: current, from, to, prefix, suffix, start = null, end = null } = passage;
      const state = current === anchor.exact ? 'anchored' : 'changed';
      const moved = { ...anchor, from, to, prefix, suffix, start, end, current, state } as const;
      const body = selector(passage);
      const path = `${claimPath(claimId)}/anchors/{anchorId}`;
      desk.queue({ ...about, method: 'PATCH', path, body, value: body, base: anchor, shown: { anchor: moved } }, 'now');
      const stands = (now: DeskState) =>
        now.claimById.get(claimId)?.anchors.some((one) => one.from === from && one.to === to) ?? false;
      const { from: back, to: until } = anchor;
      // Where it was an orphan there is no place to go back to.
      return done(
        change,
        (now) => back !== null && stands(now),
        () => {
          if (back !== null && until !== null)
            commands.moveAnchor(claimId, anchorId, passageOf({ ...anchor, from: back, to: until }));
        },
      );
    },

    addCitation(claimId, citation, shown) {
      const making = desk.making();
      const body = {
        ...namedSource(citation, making),
        id: making.newId(),
        accessedAt: citation.accessedAt ?? making.at,
      };
      const about = { kind: 'citation.added', recordKind: 'citation', recordId: body.id, claimId, field: '*' } as const;
      const provisional = provisionalCitation(claimId, body, shown, making);
      const path = `${claimPath(claimId)}/citations`;
      desk.queue({ ...about, method: 'POST', path, body, value: body, shown: { citation: provisional } }, 'now');
      const change: Change = { ...about, before: null, after: provisional.source.title };
      const stands = (state: DeskState) => citationIn(state, body.id) !== undefined;
      return { ...done(change, stands, () => removeCitation(body.id)), citationId: body.id };
    },

    changeCitation(citationId, patch) {
      const found = citationIn(desk.state(), citationId);
      const claimId = found?.claimId ?? null;
      const about = { kind: 'citation.changed', recordKind: 'citation', recordId: citationId, claimId } as const;
      const again = (back: object) => commands.changeCitation(citationId, back);
      const now = (state: DeskState) => citationIn(state, citationId);
      return changeFields({ ...about, path: citationPath(citationId) }, found ?? {}, found ? patch : {}, again, now);
    },

    dropCitation(citationId) {
      const citation = citationIn(desk.state(), citationId);
      const claimId = citation?.claimId ?? null;
      const change: Change = {
        kind: 'citation.dropped',
        recordKind: 'citation',
        recordId: citationId,
        claimId,
        field: 'deletedAt',
        before: citation?.source.title ?? null,
        after: null,
      } as Change;
      if (!citation || claimId === null)
        return done(
          change,
          () => false,
          () => {},
          false,
        );
      const putBack = removeCitation(citationId);
      return done(
        change,
        (state) => state.claimById.has(claimId),
        () => {
          if (putBack) putBack();
          else commands.addCitation(claimId, citedAgain(citation), citation.source);
        },
      );
    },

    approve(claimId) {
      const claim = claimNow(claimId);
      const about = { kind: 'claim.approved', field: 'approval', ...aboutClaim(claimId) } as const;
      const base = claim && judgementOf(claim);
      const path = `${claimPath(claimId)}/approve`;
      desk.queue({ ...about, method: 'POST', path, value: 'approved', base }, 'now');
      const before = claim?.status ?? 'in-review';
      const stands = (state: DeskState) => state.claimById.get(claimId)?.status === 'approved';
      const back = before === 'approved' ? 'in-review' : before;
      return done({ ...about, before, after: 'approved' }, stands, () =>
        commands.changeClaim(claimId, { status: back }),
      );
    },

    sendBack(claimId, note) {
      const claim = claimNow(claimId);
      const about = { kind: 'claim.returned', field: 'approval', ...aboutClaim(claimId) } as const;
      const base = claim?.status ?? null;
      const path = `${claimPath(claimId)}/return`;
      desk.queue({ ...about, method: 'POST', path, body: { note }, value: note, base }, 'now');
    },

    changeArticle(patch) {
      const { article } = desk.state();
      const about = { kind: 'article.changed', recordKind: 'article', recordId: article.id, claimId: null } as const;
      const path = `/api/articles/${encodeURIComponent(article.id)}`;
      const again = (back: object) => commands.changeArticle(back);
      return changeFields({ ...about, path }, article, patch, again, (state) => state.article);
    },

    history: (claimId) => claims.history(claimId),
    findSources: async (query, signal) => (await sources.find({ q: query, limit: 20 }, signal)).items,
  };

  /** Deletes a claim, or withdraws it where the server refused to make it. Returns the way back. */
  function remove(claimId: string): () => void {
    const putBack = desk.withdraw(claimId);
    if (putBack) return putBack;
    const about = { kind: 'claim.deleted', field: 'deletedAt', ...aboutClaim(claimId) } as const;
    desk.queue({ ...about, method: 'DELETE', path: claimPath(claimId) }, 'now');
    return () => commands.restoreClaim(claimId);
  }

  /** As `remove`; null where the way back is to cite again. */
  function removeCitation(citationId: string): (() => void) | null {
    const claimId = citationIn(desk.state(), citationId)?.claimId ?? null;
    const putBack = desk.withdraw(citationId);
    if (putBack) return putBack;
    const about = { kind: 'citation.dropped', recordKind: 'citation', recordId: citationId, claimId } as const;
    desk.queue({ ...about, field: 'deletedAt', method: 'DELETE', path: citationPath(citationId) }, 'now');
    return null;
  }

  return commands;
}

function citationIn(state: DeskState, id: string): Citation | undefined {
  for (const claim of state.claims) {
    const found = claim.citations.find((citation) => citation.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A new source gets its id here, so that the citation sent again does not make it twice. */
function namedSource(citation: Omit<CreateCitation, 'id'>, { newId }: Making): Omit<CreateCitation, 'id'> {
  return citation.source ? { ...citation, source: { id: newId(), ...citation.source } } : citation;
}

function citedAgain({ sourceId, stance, quote, locator, note, accessedAt }: Citation): Omit<CreateCitation, 'id'> {
  return { sourceId, stance, quote, locator, note, accessedAt };
}

function passageOf({
  from,
  to,
  exact,
  prefix,
  suffix,
  start,
  end,
}: Claim['anchors'][number] & { from: number; to: number }): Passage {
  return { from, to, exact, prefix, suffix, ...(start !== null && end !== null && { start, end }) };
}
