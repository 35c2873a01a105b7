import { z } from 'zod';
import { CreateScale, PatchScale, Scale } from '@/core/claim/scale';
import { Newsroom, PatchNewsroom } from '@/core/newsroom/person';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

export const getNewsroom = operation({
  method: 'GET',
  path: '/api/newsroom',
  summary: 'The newsroom and its rules',
  by: 'signed-in',
  answers: { 200: { says: 'The newsroom', schema: Newsroom } },
});

export const changeNewsroom = operation({
  method: 'PATCH',
  path: '/api/newsroom',
  summary: 'Rename the newsroom, or change its rules',
  by: 'newsroom.change',
  body: PatchNewsroom,
  ifMatch: 'must',
  answers: { 200: { says: 'The newsroom as it now stands', schema: Newsroom } },
});

export const listScales = operation({
  method: 'GET',
  path: '/api/scales',
  summary: 'The scales that verdicts come from',
  by: 'signed-in',
  query: Paged,
  answers: { 200: { says: 'One page of scales', schema: page(Scale) } },
});

export const createScale = operation({
  method: 'POST',
  path: '/api/scales',
  summary: 'A new scale',
  by: 'scale.change',
  body: CreateScale,
  answers: {
    201: { says: 'The scale was made', schema: Scale },
    200: { says: 'This id made this scale before', schema: Scale },
  },
});

export const changeScale = operation({
  method: 'PATCH',
  path: '/api/scales/{id}',
  summary: 'Change the words and marks of a scale; a verdict in use cannot go',
  by: 'scale.change',
  body: PatchScale,
  ifMatch: 'must',
  answers: { 200: { says: 'The scale as it now stands', schema: Scale } },
});

export const deleteScale = operation({
  method: 'DELETE',
  path: '/api/scales/{id}',
  summary: 'Delete a scale that no article uses',
  by: 'scale.change',
  ifMatch: 'must',
  answers: { 204: { says: 'The scale is gone' } },
});

export const health = operation({
  method: 'GET',
  path: '/api/health',
  summary: 'Whether Stet answers',
  by: 'open',
  answers: { 200: { says: 'It does', schema: z.object({ status: z.literal('ok'), version: z.string() }) } },
});

export const openapi = operation({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This description',
  by: 'open',
  answers: { 200: { says: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
});
