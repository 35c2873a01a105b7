import type { z } from 'zod';
import { Problem } from '@/core/problem';
import { malformed } from './problem-response';

/** A file that came in a form, whole. */
export interface Upload {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The body's bytes, at most `limit` of them. A body that says it is longer is refused before a byte of it is read, and one that
 * says nothing as soon as it is too long, so that memory holds no more than the limit.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new Problem('too-large', { limit: `${Math.floor(limit / (1024 * 1024))} MB` });
  const said = request.headers.get('content-length');
  if (said !== null) {
    if (Number(said) > limit) throw tooLarge();
    return new Uint8Array(await request.arrayBuffer());
  }
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body as JSON that fits `schema`. A body that is missing altogether counts as `{}`. */
export async function readJson<T extends z.ZodType>(request: Request, schema: T, limit: number): Promise<z.output<T>> {
  const type = mediaType(request);
  const bytes = await readBytes(request, limit);
  if (bytes.byteLength === 0) return fitting(schema, {});
  if (type !== 'application/json' && !/^application\/[\w.+-]+\+json$/.test(type)) throw new Problem('not-json');
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw malformed([{ path: '', message: 'The body is not JSON in UTF-8.' }]);
  }
  return fitting(schema, value);
}

/** The fields of a form that fit `schema`, and its one `file`. */
export async function readForm<T extends z.ZodType>(
  request: Request,
  schema: T,
  limit: number,
): Promise<{ fields: z.output<T>; file: Upload }> {
  const bytes = await readBytes(request, limit);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw malformed([{ path: '', message: 'The body is not a form.' }]);
  });
  const fields: Record<string, string> = {};
  let file: File | undefined;
  for (const [name, value] of form) {
    if (typeof value !== 'string' && name === 'file' && !file) file = value;
    else if (typeof value === 'string' && name !== 'file' && !(name in fields)) fields[name] = value;
    else throw malformed([{ path: name, message: 'A form has one file, named file, and each field once.' }]);
  }
  if (!file) throw malformed([{ path: 'file', message: 'The form has no file.' }]);
  return {
    fields: fitting(schema, fields),
    file: { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) },
  };
}

/** The media type alone, in small letters. */
export function mediaType(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

/** The value as `schema` makes it, or a 400 that names every place that does not fit. */
export function fitting<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw malformed(result.error.issues.flatMap(places));
}

function places(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const at = issue.path.map(String);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // None of several forms fits: the one that came nearest says best what is wrong.
    const nearest = issue.errors.reduce((best, one) => (one.length < best.length ? one : best));
    return nearest.flatMap((inner) => places({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...at, key].join('.'), message: `There is no field “${key}” here.` }));
  return [{ path: at.join('.'), message: issue.message }];
}
