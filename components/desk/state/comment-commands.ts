import type { Comment } from '@/core/claim/comment';
import type { DeskCommands } from './commands';
import { changeFields, claimPath, type Desk, done, notDone } from './deed';
import type { Change, DeskState } from './desk-state';
import { provisionalComment } from './provisional';

type CommentCommands = Pick<
  DeskCommands,
  'addComment' | 'changeComment' | 'deleteComment' | 'resolveComment' | 'reopenComment'
>;

const commentPath = (id: string) => `/api/comments/${encodeURIComponent(id)}`;

/** The commands about what is said of a claim. */
export function commentCommandsOf(desk: Desk): CommentCommands {
  const aboutComment = ({ id, claimId }: Pick<Comment, 'id' | 'claimId'>) =>
    ({ recordKind: 'comment', recordId: id, claimId }) as const;

  const commands: CommentCommands = {
    addComment(claimId, said) {
      const making = desk.making();
      const comment = provisionalComment(claimId, said, making);
      const about = { kind: 'comment.added', field: '*', ...aboutComment(comment) } as const;
      const body = { ...said, id: comment.id };
      const path = `${claimPath(claimId)}/comments`;
      desk.queue({ ...about, method: 'POST', path, body, value: body, shown: { comment } }, 'now');
      const change: Change = { ...about, before: null, after: said.body };
      const stands = (state: DeskState) => commentIn(state, comment.id) !== undefined;
      return { ...done(desk, change, stands, () => remove(comment)), commentId: comment.id };
    },

    changeComment(commentId, body) {
      const comment = commentIn(desk.state(), commentId);
      const about = {
        kind: 'comment.changed',
        ...aboutComment({ id: commentId, claimId: comment?.claimId ?? '' }),
      } as const;
      const again = (back: object) => commands.changeComment(commentId, (back as { body: string }).body);
      const now = (state: DeskState) => commentIn(state, commentId);
      return changeFields(
        desk,
        { ...about, path: commentPath(commentId) },
        comment ?? {},
        comment ? { body } : {},
        again,
        now,
      );
    },

    deleteComment(commentId) {
      const comment = commentIn(desk.state(), commentId);
      const about = aboutComment({ id: commentId, claimId: comment?.claimId ?? '' });
      const change: Change = {
        ...about,
        kind: 'comment.deleted',
        field: 'deletedAt',
        before: comment?.body ?? null,
        after: null,
      };
      if (!comment) return notDone(change);
      const putBack = remove(comment);
      const stands = (state: DeskState) =>
        state.claimById.has(comment.claimId) && commentIn(state, commentId) === undefined;
      return done(desk, change, stands, putBack);
    },

    resolveComment: (commentId) => settle(commentId, true),
    reopenComment: (commentId) => settle(commentId, false),
  };

  /** Deletes a comment, or withdraws it where the server refused to make it. Returns the way back. */
  function remove(comment: Comment): () => void {
    const putBack = desk.withdraw(comment.id);
    if (putBack) return putBack;
    const about = { field: 'deletedAt', ...aboutComment(comment), shown: { comment } } as const;
    const path = commentPath(comment.id);
    desk.queue({ ...about, kind: 'comment.deleted', method: 'DELETE', path }, 'now');
    return () => desk.queue({ ...about, kind: 'comment.restored', method: 'POST', path: `${path}/restore` }, 'now');
  }

  /** Resolves the thread of a first comment, or opens it again. */
  function settle(commentId: string, resolves: boolean) {
    const comment = commentIn(desk.state(), commentId);
    const kind = resolves ? 'comment.resolved' : 'comment.reopened';
    const about = {
      kind,
      field: 'resolvedAt',
      ...aboutComment({ id: commentId, claimId: comment?.claimId ?? '' }),
    } as const;
    const change: Change = { ...about, before: !resolves, after: resolves };
    if (!comment) return notDone(change);
    const path = `${commentPath(commentId)}/${resolves ? 'resolve' : 'reopen'}`;
    desk.queue({ ...about, method: 'POST', path, value: resolves }, 'now');
    const stands = (state: DeskState) => {
      const now = commentIn(state, commentId);
      return now !== undefined && (now.resolvedAt !== null) === resolves;
    };
    return done(desk, change, stands, () => settle(commentId, !resolves));
  }

  return commands;
}

function commentIn(state: DeskState, id: string): Comment | undefined {
  for (const claim of state.claims) {
    const found = claim.comments.find((comment) => comment.id === id);
    if (found) return found;
  }
  return undefined;
}
