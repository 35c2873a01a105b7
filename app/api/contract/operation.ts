import type { z } from 'zod';
import type { Right } from '@/core/newsroom/rights';

/** Who may call: anybody at all, whoever is signed in, those whose role has the right, or a guest by their link. */
export type Door = 'open' | 'signed-in' | 'guest' | Right;

/** One answer of an operation, as the served description names it. Without `schema` the answer has no JSON body. */
export interface Answered {
  readonly says: string;
  readonly schema?: z.ZodType;
  /** The media type where it is not JSON. */
  readonly type?: string;
}

/** What checks a part of a request; undefined where an operation has no such part. */
export type Schema = z.ZodType | undefined;

/** The names between braces in a path: `PathParam<'/api/claims/{id}/anchors/{anchorId}'>` is `'id' | 'anchorId'`. */
export type PathParam<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParam<Rest>
  : never;

/**
 * One call of the interface. The same value checks requests (`app/api/answer.ts`), types their handlers and makes the served
 * description (`app/api/openapi.json`), so that the three cannot drift apart.
 */
export interface Operation<
  Path extends string = string,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Form extends Schema = Schema,
  By extends Door = Door,
> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** OpenAPI's template, like `/api/claims/{id}`; it is the folder of the route file, with brackets for braces. */
  readonly path: Path;
  readonly summary: string;
  readonly description?: string;
  readonly by: By;
  /** What may stand after the question mark; nothing else may. */
  readonly query?: Query;
  /** The JSON body. */
  readonly body?: Body;
  /** The fields beside one `file` where the body may be multipart/form-data too; without `body` the handler reads it as it comes. */
  readonly form?: Form;
  /** The most bytes that a body may have; `BODY_BYTES` where it is missing. */
  readonly bodyBytes?: number;
  /** The change carries the revision that it starts from in `If-Match`: it must, or it may. */
  readonly ifMatch?: 'must' | 'may';
  /** By status. The problems that any operation may answer with are added by the description. */
  readonly answers: Readonly<Record<number, Answered>>;
}

/** The most bytes of a JSON body: the longest rationale and correction together, every character escaped, and room. */
export const BODY_BYTES = 4 * 1024 * 1024;

/** Keeps the literal path and door of an operation, which type its handler. */
export function operation<
  const Path extends string,
  Query extends Schema = undefined,
  Body extends Schema = undefined,
  Form extends Schema = undefined,
  const By extends Door = Door,
>(described: Operation<Path, Query, Body, Form, By>): Operation<Path, Query, Body, Form, By> {
  return described;
}
