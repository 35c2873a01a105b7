import { CreateGuest, Guest, GuestReply, GuestView, MadeGuest, ReplyAsGuest } from '@/core/newsroom/guest';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

export const listGuests = operation({
  method: 'GET',
  path: '/api/articles/{id}/guests',
  summary: 'The links that let guests into an article, newest first; those that ended too',
  by: 'guest.list',
  query: Paged,
  answers: { 200: { says: 'One page of guests', schema: page(Guest) } },
});

export const inviteGuest = operation({
  method: 'POST',
  path: '/api/articles/{id}/guests',
  summary: 'A link for somebody without an account, the writer say, to this one article',
  description:
    'Who had a link to it under the same name and e-mail before is the same guest: they have this link instead, and the other ends. The link works while the article is neither archived nor in the bin.',
  by: 'guest.invite',
  body: CreateGuest,
  answers: { 201: { says: 'The link; shown this once', schema: MadeGuest } },
});

export const revokeGuest = operation({
  method: 'DELETE',
  path: '/api/articles/{id}/guests/{guestId}',
  summary: 'Revoke a guest’s link; it opens nothing from then on',
  by: 'guest.invite',
  answers: { 204: { says: 'Revoked' } },
});

const theirs =
  'The token is the one in the guest’s link, sent as Authorization: Bearer. Without one, or with one that is wrong, revoked or at its end, the answer is 404 and always the same.';

export const guestView = operation({
  method: 'GET',
  path: '/api/guest',
  summary: 'What a guest sees: the text, and the queries that are put to them',
  description: `${theirs} Of the newsroom’s people only who asks is named; nothing confidential, no verdict, no source and no other comment is told.`,
  by: 'guest',
  answers: { 200: { says: 'The article as its guest sees it', schema: GuestView } },
});

export const replyAsGuest = operation({
  method: 'POST',
  path: '/api/guest/comments/{id}/replies',
  summary: 'A guest answers a query that is put to them, and may propose other wording',
  description: `${theirs} Past thirty answers in ten minutes 429 with Retry-After.`,
  by: 'guest',
  body: ReplyAsGuest,
  answers: {
    201: { says: 'The answer was given', schema: GuestReply },
    200: { says: 'This id gave this answer before', schema: GuestReply },
  },
});
