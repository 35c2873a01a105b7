import type { z } from 'zod';
import { Problem } from '@/core/problem';
import type { EvidenceFolder, Received } from '@/db/evidence/evidence-folder';
import { fitting, mediaType } from './body';
import { partsOf } from './multipart';
import { malformed } from './problem-response';

/** The most bytes that an evidence file may have. */
export const EVIDENCE_BYTES = 50 * 1024 * 1024;
/** What a form may have beside its file, and one field of it, in bytes. */
const BESIDE = 64 * 1024;

/** A file that came in a form and waits in the evidence folder. */
export interface ReceivedFile<T> {
  readonly fields: T;
  /** As the client wrote it. */
  readonly name: string;
  readonly received: Received;
}

/**
 * Takes the one `file` of a form into the evidence folder as it comes, never whole in memory, and its fields, which may stand before
 * or behind it. Throws `not-form`, `malformed`, and `file-too-large` as soon as it is known; nothing is left of the file then.
 */
export async function receiveFile<T extends z.ZodType>(
  request: Request,
  schema: T,
  evidence: EvidenceFolder,
): Promise<ReceivedFile<z.output<T>>> {
  if (mediaType(request) !== 'multipart/form-data') throw new Problem('not-form');
  if (Number(request.headers.get('content-length') ?? 0) > EVIDENCE_BYTES + BESIDE) throw tooLarge();
  const fields: Record<string, string> = {};
  let file: { name: string; received: Received } | undefined;
  try {
    for await (const part of partsOf(request.body, request.headers.get('content-type') ?? '')) {
      if (part.name === 'file' && part.fileName !== null && !file) {
        const received = await evidence.receive(part.body, EVIDENCE_BYTES);
        if (!received) throw tooLarge();
        file = { name: part.fileName, received };
      } else if (part.fileName === null && part.name !== 'file' && !(part.name in fields))
        fields[part.name] = await textOf(part.body, part.name);
      else throw malformed([{ path: part.name, message: 'A form has one file, named file, and each field once.' }]);
    }
    if (!file) throw malformed([{ path: 'file', message: 'The form has no file.' }]);
    if (file.received.bytes === 0) throw new Problem('file-empty');
    return { ...file, fields: fitting(schema, fields) };
  } catch (failure) {
    if (file) await evidence.settle(file.received);
    throw failure;
  }
}

const tooLarge = () => new Problem('file-too-large', { limit: `${EVIDENCE_BYTES / 1024 / 1024} MB` });

async function textOf(body: AsyncIterable<Uint8Array>, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.byteLength;
    if (length > BESIDE) throw malformed([{ path: name, message: 'This is too long.' }]);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
