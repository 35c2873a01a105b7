import { z } from 'zod';
import { AssignClaims, Claim } from '@/core/claim/claim';
import { WorkItem } from '@/core/claim/work';
import { Id, page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

export const listWork = operation({
  method: 'GET',
  path: '/api/work',
  summary: 'What the caller has to do, by deadline (none last), severity and reading order',
  description:
    'Of the articles that they may open: claims that are theirs to check, those sent back to them, second checks asked of them, queries put to them, articles that they answer for. What is approved, closed or archived asks for nothing.',
  by: 'claim.change',
  query: Paged,
  answers: { 200: { says: 'One page of things to do', schema: page(WorkItem) } },
});

export const assignClaims = operation({
  method: 'POST',
  path: '/api/articles/{id}/assignments',
  summary: 'Give claims of an article to people, or share them out evenly; all at once or not at all',
  description:
    'One person gets all of them. Several get a run of neighbours each, in reading order, and nobody more than one claim more than another. An empty `to` takes them from whoever has them.',
  by: 'claim.assign',
  body: AssignClaims,
  answers: { 200: { says: 'These claims, in reading order', schema: z.object({ items: z.array(Claim) }) } },
});

export const listWorkload = operation({
  method: 'GET',
  path: '/api/work/load',
  summary: 'How many claims everybody has in hand, in the articles that the caller may open',
  by: 'claim.assign',
  answers: {
    200: {
      says: 'Everybody who has some',
      schema: z.object({ items: z.array(z.object({ personId: Id, claims: z.number().int() })) }),
    },
  },
});
