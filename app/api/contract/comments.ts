import { Comment, CreateComment, PatchComment } from '@/core/claim/comment';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

const theFirst = { 200: { says: 'The first comment of the thread as it now stands', schema: Comment } } as const;

export const listComments = operation({
  method: 'GET',
  path: '/api/claims/{id}/comments',
  summary: 'What is said about a claim, oldest first',
  description: 'Comments are internal: a viewer is told of none.',
  by: 'article.read',
  query: Paged,
  answers: { 200: { says: 'One page of comments', schema: page(Comment) } },
});

export const addComment = operation({
  method: 'POST',
  path: '/api/claims/{id}/comments',
  summary: 'Say something about a claim, or answer what was said',
  description: 'An answer to an answer joins the same thread.',
  by: 'comment.add',
  body: CreateComment,
  answers: {
    201: { says: 'The comment was made', schema: Comment },
    200: { says: 'This id made this comment before', schema: Comment },
  },
});

export const changeComment = operation({
  method: 'PATCH',
  path: '/api/comments/{id}',
  summary: 'Change the words of your own comment',
  by: 'comment.add',
  body: PatchComment,
  ifMatch: 'must',
  answers: { 200: { says: 'The comment as it now stands', schema: Comment } },
});

export const deleteComment = operation({
  method: 'DELETE',
  path: '/api/comments/{id}',
  summary: 'Delete your own comment, or as an editor anybody’s; not one that has been answered',
  by: 'comment.add',
  ifMatch: 'must',
  answers: { 204: { says: 'The comment is gone' } },
});

export const restoreComment = operation({
  method: 'POST',
  path: '/api/comments/{id}/restore',
  summary: 'Bring a deleted comment back as it was',
  by: 'comment.add',
  answers: { 200: { says: 'The comment as it now stands', schema: Comment } },
});

export const resolveComment = operation({
  method: 'POST',
  path: '/api/comments/{id}/resolve',
  summary: 'Resolve the thread that a comment is in',
  by: 'comment.add',
  answers: theFirst,
});

export const reopenComment = operation({
  method: 'POST',
  path: '/api/comments/{id}/reopen',
  summary: 'Open the thread that a comment is in again',
  by: 'comment.add',
  answers: theFirst,
});
