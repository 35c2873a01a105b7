import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from './contract/operations';
import { description } from './description';

type Json = { [key: string]: Json } & string;
const served = description('http://127.0.0.1:3000') as unknown as Json;

/** Everything in a document, with where it is. */
function* walk(value: unknown, at = '#'): Generator<[string, unknown]> {
  yield [at, value];
  if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${at}/${key}`);
}

/** `METHOD /path` of every handler that a route file exports. */
function routed(): string[] {
  const root = path.join(import.meta.dirname);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts' && !file.includes('[...'))
    .flatMap((file) => {
      const address = `/api/${path.dirname(file)}`.replace(/\[(\w+)\]/g, '{$1}');
      const source = readFileSync(path.join(root, file), 'utf8');
      return [...source.matchAll(/export const (GET|POST|PATCH|DELETE|PUT) = answer\((\w+)/g)].map(
        ([, method]) => `${method} ${address}`,
      );
    })
    .sort();
}

describe('the served description', () => {
  it('names the operations that the route files answer, and no other', () => {
    const named = Object.entries(served.paths!).flatMap(([address, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${address}`),
    );
    expect(named.sort()).toEqual(routed());
    expect(operations.size).toBe(named.length);
  });

  it('answers each operation with the handler that was made for it', () => {
    const root = path.join(import.meta.dirname);
    for (const [name, { method, path: address }] of operations) {
      const file = path.join(root, `${address.slice('/api/'.length).replace(/\{(\w+)\}/g, '[$1]')}`, 'route.ts');
      expect(readFileSync(file, 'utf8')).toContain(`export const ${method} = answer(${name},`);
    }
  });

  it('points only at what is there', () => {
    const dangling = [...walk(served)]
      .filter(([at]) => at.endsWith('/$ref'))
      .map(([, target]) => String(target))
      .filter((target) => {
        const names = target.replace(/^#\//, '').split('/');
        return names.reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], served) === undefined;
      });
    expect(dangling).toEqual([]);
  });

  it('is OpenAPI 3.1: titled, with unique operation ids, path parameters declared and every answer described', () => {
    expect(served.openapi).toBe('3.1.0');
    expect(served.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const seen = new Set<string>();
    for (const [address, methods] of Object.entries(served.paths!)) {
      for (const operation of Object.values(methods)) {
        const {
          operationId,
          parameters = [],
          responses,
        } = operation as unknown as {
          operationId: string;
          parameters?: { name: string; in: string; required: boolean; schema: object }[];
          responses: Record<string, { description: string }>;
        };
        expect(seen.has(operationId)).toBe(false);
        seen.add(operationId);
        const inPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map(({ name }) => `{${name}}`)).toEqual(address.match(/\{\w+\}/g) ?? []);
        expect(inPath.every(({ required }) => required)).toBe(true);
        expect(Object.values(responses).every((response) => response.description !== '')).toBe(true);
        expect(Object.keys(responses).every((status) => /^([1-5]\d\d|default)$/.test(status))).toBe(true);
      }
    }
  });

  it('says that unknown fields of a body are refused', () => {
    const { CreateClaim, PatchArticle } = served.components!.schemas as unknown as Record<string, object>;
    expect(CreateClaim).toMatchObject({ additionalProperties: false });
    expect(PatchArticle).toMatchObject({ additionalProperties: false });
  });
});
