import { z } from 'zod';
import {
  AnchorSelector,
  anchorStates,
  Claim,
  CreateClaim,
  claimStatuses,
  PatchClaim,
  ReturnClaim,
} from '@/core/claim/claim';
import { Event } from '@/core/event/event';
import { page } from '@/core/record';
import { Citation, CreateCitation, PatchCitation } from '@/core/source/source';
import { operation } from './operation';
import { flag, Paged, paging } from './paging';

const theClaim = { 200: { says: 'The claim as it now stands', schema: Claim } } as const;

export const listClaims = operation({
  method: 'GET',
  path: '/api/articles/{id}/claims',
  summary: 'The claims of an article, in reading order',
  by: 'article.read',
  query: z.strictObject({
    ...paging,
    status: z.enum(claimStatuses).optional(),
    verdict: z.string().max(64).optional().describe('A key of the scale; empty for claims without a verdict.'),
    assignee: z.string().max(64).optional().describe('A person; empty for claims that are nobody’s.'),
    state: z.enum(anchorStates).optional(),
    deleted: flag.describe('1: the deleted claims instead.'),
  }),
  answers: { 200: { says: 'One page of claims', schema: page(Claim) } },
});

export const createClaim = operation({
  method: 'POST',
  path: '/api/articles/{id}/claims',
  summary: 'Mark a checkable statement, in one place or several',
  by: 'claim.change',
  body: CreateClaim,
  answers: {
    201: { says: 'The claim was made', schema: Claim },
    200: { says: 'This id made this claim before', schema: Claim },
  },
});

export const getClaim = operation({
  method: 'GET',
  path: '/api/claims/{id}',
  summary: 'One claim',
  by: 'article.read',
  answers: { 200: { says: 'The claim', schema: Claim } },
});

export const changeClaim = operation({
  method: 'PATCH',
  path: '/api/claims/{id}',
  summary: 'Judge a claim, or change what is written about it',
  by: 'claim.change',
  body: PatchClaim,
  ifMatch: 'must',
  answers: theClaim,
});

export const deleteClaim = operation({
  method: 'DELETE',
  path: '/api/claims/{id}',
  summary: 'Delete a claim; it can be restored',
  by: 'claim.change',
  ifMatch: 'must',
  answers: { 200: { says: 'The claim, deleted', schema: Claim } },
});

export const restoreClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/restore',
  summary: 'Bring a deleted claim back whole',
  by: 'claim.change',
  answers: theClaim,
});

export const addAnchor = operation({
  method: 'POST',
  path: '/api/claims/{id}/anchors',
  summary: 'Another place where the article makes this claim',
  by: 'claim.change',
  body: AnchorSelector,
  ifMatch: 'must',
  answers: theClaim,
});

export const moveAnchor = operation({
  method: 'PATCH',
  path: '/api/claims/{id}/anchors/{anchorId}',
  summary: 'Attach an anchor by hand to another place',
  by: 'claim.change',
  body: AnchorSelector,
  ifMatch: 'must',
  answers: theClaim,
});

export const dropAnchor = operation({
  method: 'DELETE',
  path: '/api/claims/{id}/anchors/{anchorId}',
  summary: 'Drop a place; never the last',
  by: 'claim.change',
  ifMatch: 'must',
  answers: theClaim,
});

export const addCitation = operation({
  method: 'POST',
  path: '/api/claims/{id}/citations',
  summary: 'Tie a claim to a source, a new one or one that exists',
  by: 'claim.change',
  body: CreateCitation,
  answers: {
    201: { says: 'The citation was made', schema: Citation },
    200: { says: 'This id made this citation before', schema: Citation },
  },
});

export const changeCitation = operation({
  method: 'PATCH',
  path: '/api/citations/{id}',
  summary: 'Change what a citation says of its source',
  by: 'claim.change',
  body: PatchCitation,
  ifMatch: 'must',
  answers: { 200: { says: 'The citation as it now stands', schema: Citation } },
});

export const dropCitation = operation({
  method: 'DELETE',
  path: '/api/citations/{id}',
  summary: 'Take a citation away; its source stays',
  by: 'claim.change',
  ifMatch: 'must',
  answers: { 204: { says: 'The citation is gone' } },
});

export const approveClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/approve',
  ifMatch: 'may',
  summary: 'The second pair of eyes agrees',
  by: 'claim.approve',
  answers: theClaim,
});

export const withdrawApproval = operation({
  method: 'DELETE',
  path: '/api/claims/{id}/approve',
  ifMatch: 'must',
  summary: 'Take one’s own approval back; those of others stand, and what was approved is in review again',
  by: 'claim.approve',
  answers: theClaim,
});

export const returnClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/return',
  ifMatch: 'may',
  summary: 'Send a claim back, saying why',
  by: 'claim.approve',
  body: ReturnClaim,
  answers: theClaim,
});

export const claimHistory = operation({
  method: 'GET',
  path: '/api/claims/{id}/history',
  summary: 'Every change of a claim: who, when, before, after; oldest first',
  by: 'article.read',
  query: Paged,
  answers: { 200: { says: 'One page of events', schema: page(Event) } },
});
