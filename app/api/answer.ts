import type { z } from 'zod';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { GuestCall } from '@/db/guest-call';
import { getNewsroom } from '@/db/queries/newsroom';
import type { Store } from '@/db/store';
import { type SignedCookies, theAuth } from '../auth/auth';
import { bearerOf, type Caller, callerOf } from '../auth/caller';
import { guestCallOf } from '../auth/guest';
import { isSameSite } from '../auth/same-site';
import { log, traceOf } from '../log';
import { theStore } from '../store';
import { mediaType, readForm, readJson, type Upload } from './body';
import { BODY_BYTES, type Door, type Operation, type PathParam, type Schema } from './contract/operation';
import { readQuery, readRevision } from './head';
import { apiHeaders, malformed, problemResponse } from './problem-response';

type Out<S extends Schema> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<Body extends Schema, Form extends Schema> = Form extends z.ZodType
  ? Out<Body> | { fields: z.output<Form>; file: Upload }
  : Out<Body>;

/** What a handler is given: everything of the request that it may need, checked. */
export interface Asked<
  Path extends string,
  Query extends Schema,
  Body extends Schema,
  Form extends Schema,
  By extends Door,
> {
  /** Who calls, when, and where new ids come from; null where anybody may call. A guest's call is of another kind. */
  readonly call: By extends 'open' ? null : By extends 'guest' ? GuestCall : Call;
  readonly store: Store;
  readonly cookies: SignedCookies;
  readonly params: Readonly<Record<PathParam<Path>, string>>;
  readonly query: Out<Query>;
  /** The JSON body; or, where the operation takes a form and one came, its fields and its file. */
  readonly body: Sent<Body, Form>;
  /** The revision in `If-Match`; 0 where the operation does not ask for one. */
  readonly revision: number;
  readonly request: Request;
}

/** A route handler as Next wants it. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/**
 * Makes a route handler out of an operation and what it does. In this order a request is asked: who it is from (401), whether it
 * comes from our own pages (403), whether the role allows it (403), whether it fits (428, 400, 413, 415); only then is anything
 * looked up, so that 404 is the same for what does not exist and what is not the caller's to see. Where the door is a guest's, the
 * first question is whether their link stands, and the answer to whoever has none is that same 404. A `Problem` that is thrown
 * becomes its problem document; anything else a 500 that says nothing. Every request leaves one line in the log.
 */
export function answer<
  Path extends string,
  Query extends Schema,
  Body extends Schema,
  Form extends Schema,
  By extends Door,
>(
  operation: Operation<Path, Query, Body, Form, By>,
  handle: (asked: Asked<Path, Query, Body, Form, By>) => Promise<Response>,
): RouteHandler {
  const { method, path: route } = operation;
  return async (request, context) => {
    const started = performance.now();
    let caller: Caller | null = null;
    let guest: GuestCall | null = null;
    let response: Response;
    try {
      const [store, cookies] = await Promise.all([theStore(), theAuth()]);
      if (operation.by === 'guest') guest = await guestCallOf(request.headers, store);
      else if (operation.by !== 'open') caller = await callerOf(request.headers, store, cookies);
      mustBeAllowed(operation, request, caller, cookies);
      await mustBeSecured(operation, caller, store);
      const revision = operation.ifMatch === 'must' ? readRevision(request.headers) : 0;
      const query = readQuery(request.url, operation.query);
      const body = await readBody(operation, request);
      response = await handle({
        call: guest ?? (caller && callOf(caller)),
        store,
        cookies,
        params: await context.params,
        query,
        body,
        revision,
        request,
      } as Asked<Path, Query, Body, Form, By>);
    } catch (failure) {
      response = refusal(failure, route);
    }
    log().info({
      method: request.method === 'HEAD' ? 'HEAD' : method,
      route,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      person: caller?.person.id ?? guest?.guest.personId,
    });
    return response;
  };
}

/** An answer in JSON. */
export function json(body: unknown, status = 200, headers?: Record<string, string>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...apiHeaders, 'Content-Type': 'application/json', ...headers },
  });
}

/** What a create answers: 201 for what was made now, 200 for what the same call made before. */
export function made<T extends object>({ record, created }: { record: T; created: boolean }): Response {
  return json(record, created ? 201 : 200);
}

/** Done, and nothing to say. */
export function done(): Response {
  return new Response(null, { status: 204, headers: apiHeaders });
}

/** The call of somebody who is known, now. */
export function callOf({ person }: Pick<Caller, 'person'>): Call {
  return { by: person, at: new Date().toISOString(), newId: () => crypto.randomUUID() };
}

function mustBeAllowed(
  { by, method }: Pick<Operation, 'by' | 'method'>,
  { headers }: Request,
  caller: Caller | null,
  { settings }: SignedCookies,
): void {
  // `guestCallOf` has asked.
  if (by === 'guest') return;
  if (by !== 'open' && !caller) throw new Problem('not-signed-in');
  // A browser that kept a person's work says whose it is, so that it never goes out under the name of who signed in after them.
  const meant = headers.get('stet-person');
  if (caller && meant !== null && meant !== caller.person.id) throw new Problem('not-signed-in');
  if (method !== 'GET' && bearerOf(headers) === null && !isSameSite(headers, settings)) throw new Problem('cross-site');
  if (caller && by !== 'open' && by !== 'signed-in' && !may(caller.person.role, by)) throw new Problem('forbidden');
}

/** Where the newsroom asks for one-time codes, whoever has none can do nothing but set them up. */
async function mustBeSecured(
  { by, path }: Pick<Operation, 'by' | 'path'>,
  caller: Caller | null,
  store: Store,
): Promise<void> {
  if (!caller || caller.twoFactor || by === 'open' || path.startsWith('/api/auth/') || path === '/api/me') return;
  if ((await getNewsroom(store)).rules.twoFactor) throw new Problem('two-factor-needed');
}

async function readBody({ body, form, bodyBytes = BODY_BYTES }: Operation, request: Request): Promise<unknown> {
  if (!body) return undefined;
  if (form && mediaType(request) === 'multipart/form-data') return readForm(request, form, bodyBytes);
  return readJson(request, body, bodyBytes);
}

function refusal(failure: unknown, route: string): Response {
  if (failure instanceof Problem) {
    const { code, extra, values } = failure;
    if (code === 'not-signed-in') return problemResponse(failure, { 'WWW-Authenticate': 'Bearer' });
    if (code === 'too-many-requests') return problemResponse(failure, { 'Retry-After': String(values.seconds) });
    if (code === 'malformed' && !extra.errors)
      return problemResponse(malformed([{ path: '', message: String(values.reason ?? '') }]));
    return problemResponse(failure);
  }
  log().error({ route, failure: traceOf(failure) });
  return problemResponse(new Problem('unexpected'));
}
