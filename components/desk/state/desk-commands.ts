import { anchorCommandsOf } from './anchor-commands';
import { checkCommandsOf } from './check-commands';
import { citationCommandsOf } from './citation-commands';
import type { DeskCommands } from './commands';
import { commentCommandsOf } from './comment-commands';
import { aboutClaim, changeFields, claimPath, type Desk, done, selectorOf } from './deed';
import type { Change, DeskState } from './desk-state';
import { judgementOf } from './entry';
import { provisionalClaim } from './provisional';
import { recheckCommandsOf } from './recheck-commands';
import { wordsOf } from './words-judged';

type Commands = Omit<DeskCommands, 'flush' | 'resolveConflict' | 'retry' | 'discard' | 'retryNow' | 'undo'>;

/** The commands that change the article, its claims and citations, and the two questions. None of them uses `this`. */
export function commandsOf(desk: Desk): Commands {
  const claimNow = (id: string) => desk.state().claimById.get(id);
  const commands: Commands = {
    ...anchorCommandsOf(desk),
    ...checkCommandsOf(desk),
    ...citationCommandsOf(desk),
    ...commentCommandsOf(desk),
    ...recheckCommandsOf(desk),

    markClaim({ passages, verdict = null, assigneeId = null }) {
      const making = desk.making();
      const id = making.newId();
      const { id: articleId, version } = desk.state().article;
      const body = {
        id,
        anchors: passages.map((passage) => selectorOf(passage, desk.state())),
        ...(verdict !== null && { verdict }),
        ...(assigneeId !== null && { assigneeId }),
      };
      const claim = provisionalClaim({ id, articleId, version, passages, verdict, assigneeId }, making);
      const path = `/api/articles/${encodeURIComponent(articleId)}/claims`;
      const about = { kind: 'claim.created', field: '*', ...aboutClaim(id) } as const;
      desk.queue({ ...about, method: 'POST', path, body, value: body, shown: { claim } }, 'now');
      const change: Change = { ...about, before: null, after: null };
      const made = done(
        desk,
        change,
        (state) => state.claimById.has(id),
        () => remove(id),
      );
      return { ...made, claimId: id };
    },

    changeClaim(claimId, { status, words: _, ...rest }) {
      // The interface takes a status of null for the first one; here it is named, so that what is shown is what is sent.
      const patch = status === undefined ? rest : { ...rest, status: status ?? 'open' };
      const about = { kind: 'claim.changed', path: claimPath(claimId), ...aboutClaim(claimId) } as const;
      const again = (back: object) => commands.changeClaim(claimId, back);
      const claim = claimNow(claimId);
      // A verdict is given on the words that the person sees.
      const judged = (field: string) => (field === 'verdict' && claim ? { words: wordsOf(claim) } : {});
      const now = (state: DeskState) => state.claimById.get(claimId);
      return changeFields(desk, about, claim ?? {}, patch, again, now, judged);
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
      return done(desk, change, (state) => !state.claimById.has(claimId), restore);
    },

    restoreClaim(claimId) {
      const about = { kind: 'claim.restored', field: 'deletedAt', ...aboutClaim(claimId) } as const;
      desk.queue({ ...about, method: 'POST', path: `${claimPath(claimId)}/restore` }, 'now');
    },

    approve(claimId) {
      const claim = claimNow(claimId);
      const about = { kind: 'claim.approved', field: 'approval', ...aboutClaim(claimId) } as const;
      const base = claim && judgementOf(claim);
      const path = `${claimPath(claimId)}/approve`;
      desk.queue({ ...about, method: 'POST', path, value: 'approved', base }, 'now');
      const before = claim?.status ?? 'in-review';
      const me = desk.making().by;
      const given = (state: DeskState) => state.claimById.get(claimId)?.approvals ?? [];
      const stands = (state: DeskState) => given(state).some(({ by }) => by === me);
      return done(desk, { ...about, before, after: 'approved' }, stands, () => {
        const others = given(desk.state()).some(({ by }) => by !== me);
        // Where it came from takes every approval away.
        if (before !== 'in-review' && !others) return void commands.changeClaim(claimId, { status: before });
        desk.queue({ ...about, kind: 'claim.unapproved', method: 'DELETE', path }, 'now');
      });
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
      return changeFields(desk, { ...about, path }, article, patch, again, (state) => state.article);
    },

    history: async (claimId) => (await interfaceNow()).claims.history(claimId),
    findSources: async (query, signal) =>
      (await (await interfaceNow()).sources.find({ q: query, limit: 20 }, signal)).items,
  };

  /** Deletes a claim, or withdraws it where the server refused to make it. Returns the way back. */
  function remove(claimId: string): () => void {
    const putBack = desk.withdraw(claimId);
    if (putBack) return putBack;
    const about = { kind: 'claim.deleted', field: 'deletedAt', ...aboutClaim(claimId) } as const;
    desk.queue({ ...about, method: 'DELETE', path: claimPath(claimId) }, 'now');
    return () => commands.restoreClaim(claimId);
  }

  return commands;
}

/** What reads from the interface comes with what speaks with the server, after the desk is drawn. */
const interfaceNow = () => import('@/components/interface/operations');
