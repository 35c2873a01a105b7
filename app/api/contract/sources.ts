import { z } from 'zod';
import { page } from '@/core/record';
import { CreateSource, ListedSource, PatchSource, Source, SourceClaim } from '@/core/source/source';
import { operation } from './operation';
import { Paged, paging } from './paging';

export const listSources = operation({
  method: 'GET',
  path: '/api/sources',
  summary: 'The sources, last used first',
  by: 'source.read',
  query: z.strictObject({
    ...paging,
    q: z.string().max(4096).optional().describe('Words of title, publisher or address; or a whole address.'),
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
