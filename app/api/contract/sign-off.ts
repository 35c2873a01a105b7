import { Article, Coverage } from '@/core/article/article';
import { CreateNotice, Notice, PatchNotice } from '@/core/article/notice';
import { Look, SignOff, SignOffState } from '@/core/article/sign-off';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

export const getSignOff = operation({
  method: 'GET',
  path: '/api/articles/{id}/sign-off',
  summary: 'Whether the article can be signed off, everything that holds it up, and whether it is',
  by: 'article.read',
  answers: { 200: { says: 'How the sign-off stands', schema: SignOffState } },
});

export const signOff = operation({
  method: 'POST',
  path: '/api/articles/{id}/sign-off',
  summary: 'Sign the article off as it stands: its version is frozen, with who, when and its SHA-256',
  description:
    'Where something holds it up, the answer is 422 with `blockers`, as the sign-off itself lists them. With `version`, 409 where the text is another by now. Changed again, the article shows changedSinceSignOff; its status set to checking ends the signature.',
  by: 'article.sign-off',
  body: SignOff,
  answers: { 200: { says: 'The article, signed off', schema: Article } },
});

const theCoverage = { 200: { says: 'The coverage as it now is', schema: Coverage } } as const;

export const addLook = operation({
  method: 'POST',
  path: '/api/articles/{id}/looks',
  summary: 'Say that there is nothing to check in the sentences of a range',
  description:
    'It holds for these words wherever they stand in the article; once they change, they have to be looked at anew.',
  by: 'claim.change',
  body: Look,
  answers: theCoverage,
});

export const dropLook = operation({
  method: 'DELETE',
  path: '/api/articles/{id}/looks',
  summary: 'Take that back',
  by: 'claim.change',
  body: Look,
  answers: theCoverage,
});

export const listNotices = operation({
  method: 'GET',
  path: '/api/articles/{id}/notices',
  summary: 'The corrections log: what was put right after publication, oldest first',
  by: 'article.read',
  query: Paged,
  answers: { 200: { says: 'One page of entries', schema: page(Notice) } },
});

export const addNotice = operation({
  method: 'POST',
  path: '/api/articles/{id}/notices',
  summary: 'Log what was put right; every report shows it, readers’ too',
  by: 'notice.change',
  body: CreateNotice,
  answers: {
    201: { says: 'The entry was made', schema: Notice },
    200: { says: 'This id made this entry before', schema: Notice },
  },
});

const theNotice = { 200: { says: 'The entry as it now stands', schema: Notice } } as const;

export const changeNotice = operation({
  method: 'PATCH',
  path: '/api/notices/{id}',
  summary: 'Change an entry of the corrections log',
  by: 'notice.change',
  body: PatchNotice,
  ifMatch: 'must',
  answers: theNotice,
});

export const deleteNotice = operation({
  method: 'DELETE',
  path: '/api/notices/{id}',
  summary: 'Take an entry out of the corrections log; it can be restored',
  by: 'notice.change',
  ifMatch: 'must',
  answers: { 204: { says: 'The entry is gone' } },
});

export const restoreNotice = operation({
  method: 'POST',
  path: '/api/notices/{id}/restore',
  summary: 'Bring an entry back as it was',
  by: 'notice.change',
  answers: theNotice,
});
