import { z } from 'zod';
import { Id, page, Time } from '@/core/record';
import { Contact, CreateContact, DueContact, PatchContact } from '@/core/source/contact';
import {
  CreateSource,
  LikelyDouble,
  ListedSource,
  linkStates,
  MergedSource,
  MergeSource,
  PatchSource,
  SetStanding,
  Source,
  SourceClaim,
  sourceKinds,
  standings,
  tiers,
} from '@/core/source/source';
import { operation } from './operation';
import { flag, Paged, paging } from './paging';

export const listSources = operation({
  method: 'GET',
  path: '/api/sources',
  summary: 'The sources, last used first',
  by: 'source.read',
  query: z.strictObject({
    ...paging,
    q: z.string().max(4096).optional().describe('Words of title, publisher or address; or a whole address.'),
    kind: z.enum(sourceKinds).optional(),
    tier: z
      .enum([...tiers, ''])
      .optional()
      .describe('Empty for sources whose tier nobody has said.'),
    standing: z.enum(standings).optional(),
    confidential: z.enum(['0', '1']).optional().describe('1: the confidential ones; 0: the others.'),
    link: z.enum(linkStates).optional(),
    article: Id.optional().describe('Those that a live claim of this article cites.'),
    unused: flag.describe('1: those that no claim stands on.'),
    deleted: flag.describe('1: the deleted ones instead.'),
    order: z.enum(['activity', 'title', 'claims']).default('activity'),
  }),
  answers: { 200: { says: 'One page of sources', schema: page(ListedSource) } },
});

export const createSource = operation({
  method: 'POST',
  path: '/api/sources',
  summary: 'A new source',
  by: 'source.change',
  body: CreateSource,
  answers: {
    201: { says: 'The source was made', schema: Source },
    200: { says: 'This id made this source before', schema: Source },
  },
});

export const getSource = operation({
  method: 'GET',
  path: '/api/sources/{id}',
  summary: 'One source',
  by: 'source.read',
  answers: { 200: { says: 'The source', schema: Source } },
});

export const changeSource = operation({
  method: 'PATCH',
  path: '/api/sources/{id}',
  summary: 'Change a source',
  by: 'source.change',
  body: PatchSource,
  ifMatch: 'must',
  answers: { 200: { says: 'The source as it now stands', schema: Source } },
});

export const deleteSource = operation({
  method: 'DELETE',
  path: '/api/sources/{id}',
  summary: 'Delete a source that no claim stands on',
  by: 'source.change',
  ifMatch: 'must',
  answers: { 204: { says: 'The source is gone' } },
});

export const sourceClaims = operation({
  method: 'GET',
  path: '/api/sources/{id}/claims',
  summary: 'What falls if this source falls',
  by: 'source.read',
  query: Paged,
  answers: { 200: { says: 'One page of claims', schema: page(SourceClaim) } },
});

export const restoreSource = operation({
  method: 'POST',
  path: '/api/sources/{id}/restore',
  summary: 'Bring a deleted source back',
  by: 'source.change',
  answers: { 200: { says: 'The source as it now stands', schema: Source } },
});

export const setStanding = operation({
  method: 'POST',
  path: '/api/sources/{id}/standing',
  summary: 'Say whether a source still carries what stands on it',
  description:
    'Doubtful or fallen, and worse than before: every claim that it supports or refutes goes back to be checked, with the reason. Back to sound moves none.',
  by: 'source.judge',
  body: SetStanding,
  ifMatch: 'may',
  answers: { 200: { says: 'The source as it now stands', schema: Source } },
});

export const sourceDoubles = operation({
  method: 'GET',
  path: '/api/sources/{id}/doubles',
  summary: 'Sources that may be the same as this one',
  by: 'source.read',
  answers: { 200: { says: 'The likeliest, best first', schema: z.object({ items: z.array(LikelyDouble) }) } },
});

export const mergeSource = operation({
  method: 'POST',
  path: '/api/sources/{id}/merge',
  summary: 'Merge a double into another source, which stays; the double’s id leads to it from then on',
  by: 'source.merge',
  body: MergeSource,
  ifMatch: 'may',
  answers: { 200: { says: 'The source that stays', schema: MergedSource } },
});

export const undoMerge = operation({
  method: 'POST',
  path: '/api/sources/{id}/unmerge',
  summary: 'Take the merge of this double back, while nothing else has happened to either source',
  by: 'source.merge',
  answers: { 200: { says: 'The double, which is a source again', schema: Source } },
});

export const dueContacts = operation({
  method: 'GET',
  path: '/api/contacts/due',
  summary: 'Whom the caller meant to try again by now, or by ?until=, and nobody has since',
  by: 'confidential.read',
  query: z.strictObject({ ...paging, until: Time.optional() }),
  answers: { 200: { says: 'One page of contacts, longest due first', schema: page(DueContact) } },
});

export const listContacts = operation({
  method: 'GET',
  path: '/api/sources/{id}/contacts',
  summary: 'Who was tried for this source, earliest first',
  by: 'confidential.read',
  query: Paged,
  answers: { 200: { says: 'One page of contacts', schema: page(Contact) } },
});

export const addContact = operation({
  method: 'POST',
  path: '/api/sources/{id}/contacts',
  summary: 'Log that somebody was tried',
  by: 'source.change',
  body: CreateContact,
  answers: {
    201: { says: 'The contact was logged', schema: Contact },
    200: { says: 'This id logged this contact before', schema: Contact },
  },
});

export const changeContact = operation({
  method: 'PATCH',
  path: '/api/sources/{id}/contacts/{contactId}',
  summary: 'Change a contact: who logged it, or an editor',
  by: 'source.change',
  body: PatchContact,
  ifMatch: 'must',
  answers: { 200: { says: 'The contact as it now stands', schema: Contact } },
});

export const deleteContact = operation({
  method: 'DELETE',
  path: '/api/sources/{id}/contacts/{contactId}',
  summary: 'Take a contact off the log: who logged it, or an editor',
  by: 'source.change',
  ifMatch: 'must',
  answers: { 204: { says: 'The contact is gone' } },
});
