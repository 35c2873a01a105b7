import { Agreements } from '@/core/claim/agreement-figures';
import { Check, DecideCheck, GiveCheck } from '@/core/claim/check';
import { Claim } from '@/core/claim/claim';
import { operation } from './operation';

export const giveCheck = operation({
  method: 'POST',
  path: '/api/claims/{id}/checks',
  summary: 'Give the second check that one is asked for, blind and once',
  description:
    'A claim’s `secondCheckerId` asks for it. Until it is given the second checker sees nothing of the first check; until both verdicts are in, nobody else sees the second.',
  by: 'check.give',
  body: GiveCheck,
  answers: {
    201: { says: 'The check was given', schema: Check },
    200: { says: 'This id gave this check before', schema: Check },
  },
});

export const decideCheck = operation({
  method: 'POST',
  path: '/api/claims/{id}/decide',
  ifMatch: 'may',
  summary: 'Decide between two verdicts that differ, saying why',
  by: 'check.decide',
  body: DecideCheck,
  answers: { 200: { says: 'The claim as it now stands', schema: Claim } },
});

export const articleAgreement = operation({
  method: 'GET',
  path: '/api/articles/{id}/agreement',
  summary: 'How well those who judged an article’s claims blind agree',
  by: 'agreement.read',
  answers: { 200: { says: 'The figures of each pair, and of all', schema: Agreements } },
});

export const newsroomAgreement = operation({
  method: 'GET',
  path: '/api/agreement',
  summary: 'The same over the articles that the caller may open',
  by: 'agreement.read',
  answers: { 200: { says: 'The figures of each pair, and of all', schema: Agreements } },
});
