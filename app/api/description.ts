import { z } from 'zod';
import * as article from '@/core/article/article';
import * as notice from '@/core/article/notice';
import * as signOff from '@/core/article/sign-off';
import * as claim from '@/core/claim/claim';
import * as comment from '@/core/claim/comment';
import * as scale from '@/core/claim/scale';
import * as event from '@/core/event/event';
import * as guest from '@/core/newsroom/guest';
import * as person from '@/core/newsroom/person';
import { problemStatus } from '@/core/problem-status';
import * as source from '@/core/source/source';
import { version } from '@/package.json';
import type { Operation } from './contract/operation';
import { operations } from './contract/operations';

/** Schemas that the description names once, by the names that core gives them. */
const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries({
  ...article,
  ...notice,
  ...signOff,
  ...claim,
  ...comment,
  ...scale,
  ...event,
  ...guest,
  ...person,
  ...source,
}))
  if (schema instanceof z.ZodObject || schema instanceof z.ZodUnion) names.add(schema, { id: name });

const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(problemStatus) as [string, ...string[]]),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    current: z.unknown().optional().describe('With 409: the record as it stands.'),
    blockers: z.unknown().optional().describe('With a sign-off that is held up: what holds it up.'),
    matches: z.unknown().optional().describe('With an ambiguous quote: where it stands.'),
  })
  .describe('RFC 9457');
names.add(Problem, { id: 'Problem' });

type Json = Record<string, unknown>;

/** The served description, OpenAPI 3.1, made from the operations that check the requests. */
export function description(origin: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const [name, operation] of operations) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method.toLowerCase()] = described(name, operation, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stet',
      version,
      description:
        'The fact-checking desk. Times are ISO 8601 in UTC; ids are opaque; unknown fields are refused; a create repeated with the same id and body answers 200. A header Stet-Person with a person’s id makes the call 401 when somebody else is signed in.',
    },
    servers: [{ url: origin }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: origin.startsWith('https:') ? '__Host-stet.session' : 'stet.session',
        },
        token: { type: 'http', scheme: 'bearer' },
        guest: { type: 'http', scheme: 'bearer', description: 'The token of a guest’s link; it opens nothing else.' },
      },
    },
  };
}

function described(name: string, operation: Operation, schemas: Json): Json {
  const { path, summary, description, by, query, body, form, ifMatch, answers } = operation;
  const parameters: Json[] = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (query) parameters.push(...queryParameters(query));
  if (ifMatch)
    parameters.push({
      name: 'If-Match',
      in: 'header',
      required: ifMatch === 'must',
      description: 'The revision that the change starts from, in double quotes.',
      schema: { type: 'string', pattern: '^"[0-9]+"$' },
    });
  const content: Json = {};
  if (body) content['application/json'] = { schema: schemaOf(body, 'input', schemas) };
  if (form) content['multipart/form-data'] = { schema: withFile(form) };
  const responses: Json = {};
  for (const [status, { says, schema, type }] of Object.entries(answers))
    responses[status] = {
      description: says,
      ...(schema || type
        ? {
            content: {
              [type ?? 'application/json']: {
                schema: schema ? schemaOf(schema, 'output', schemas) : { type: 'string' },
              },
            },
          }
        : {}),
    };
  responses.default = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: schemaOf(Problem, 'output', schemas) } },
  };
  return {
    operationId: name,
    summary,
    ...(description ? { description } : {}),
    ...(by === 'open' ? { security: [] } : by === 'guest' ? { security: [{ guest: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body || form ? { requestBody: { required: true, content } } : {}),
    responses,
  };
}

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** JSON Schema of `schema`; those with names move to `schemas` and are pointed at. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io, metadata: names, unrepresentable: 'any' });
  const pointed = (value: unknown): Json =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries($defs)) schemas[name] = withoutId(pointed(definition));
  return pointed(own);
}

function withoutId({ id: _, $id: __, ...schema }: Json): Json {
  return schema;
}

function withFile(form: z.ZodType): Json {
  const { $schema: _, properties, required = [], ...whole } = z.toJSONSchema(form, { io: 'input' });
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { ...whole, properties: { ...properties, file }, required: [...required, 'file'] };
}
