import { z } from 'zod';
import { ClientId, Id, page } from '@/core/record';
import { EvidenceFile, Source } from '@/core/source/source';
import { operation } from './operation';
import { flag, Paged } from './paging';

export const UploadFields = z.strictObject({
  id: ClientId.optional(),
  citationId: Id.optional().describe('The citation of this source that it is put on.'),
});

export const addSourceFile = operation({
  method: 'POST',
  path: '/api/sources/{id}/files',
  summary: 'Put an evidence file on a source',
  description:
    'One file of at most 50 MB. Its type is told from its bytes; what is not known is kept as application/octet-stream.',
  by: 'source.change',
  form: UploadFields,
  answers: {
    201: { says: 'The file is kept', schema: EvidenceFile },
    200: { says: 'This id put this file there before', schema: EvidenceFile },
  },
});

export const listSourceFiles = operation({
  method: 'GET',
  path: '/api/sources/{id}/files',
  summary: 'The evidence files of a source, oldest first',
  by: 'source.read',
  query: Paged,
  answers: { 200: { says: 'One page of files', schema: page(EvidenceFile) } },
});

export const getFile = operation({
  method: 'GET',
  path: '/api/files/{id}',
  summary: 'The bytes of an evidence file',
  description:
    'To be saved. With view=1, images, audio, video, and PDFs that hold no script, come as what they are, to be shown in their place. One Range is answered with 206.',
  by: 'source.read',
  query: z.strictObject({ view: flag }),
  answers: {
    200: { says: 'The file', type: 'application/octet-stream' },
    206: { says: 'A part of it', type: 'application/octet-stream' },
    304: { says: 'The caller has it already' },
  },
});

export const removeSourceFile = operation({
  method: 'DELETE',
  path: '/api/files/{id}',
  summary: 'Take an evidence file off its source',
  by: 'source.change',
  answers: { 204: { says: 'The file is off; it can be brought back' } },
});

export const restoreSourceFile = operation({
  method: 'POST',
  path: '/api/files/{id}/restore',
  summary: 'Bring an evidence file back',
  by: 'source.change',
  answers: { 200: { says: 'The file', schema: EvidenceFile } },
});

export const fileWords = operation({
  method: 'GET',
  path: '/api/files/{id}/words',
  summary: 'The words of a page or text that is kept as evidence',
  description: 'Read out of the file into the article’s schema: nothing of its markup comes along.',
  by: 'source.read',
  answers: {
    200: {
      says: 'The words',
      schema: z.object({
        title: z.string(),
        language: z.string(),
        doc: z.unknown().describe('ProseMirror JSON of the article’s schema.'),
      }),
    },
  },
});

export const copySourcePage = operation({
  method: 'POST',
  path: '/api/sources/{id}/copies',
  summary: 'Keep a copy of the page of a source',
  description:
    'The server fetches the source’s address and keeps its readable words as one inert HTML file, or a PDF as it is.',
  by: 'source.change',
  body: z.strictObject({ citationId: Id.optional() }),
  answers: { 201: { says: 'The copy is kept', schema: EvidenceFile } },
});

export const checkSourceLink = operation({
  method: 'POST',
  path: '/api/sources/{id}/link',
  summary: 'Ask whether the page of a source still answers, and is what it was',
  by: 'link.check',
  answers: { 200: { says: 'The source, with what was found', schema: Source } },
});
