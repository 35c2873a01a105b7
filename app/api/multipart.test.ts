import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { partsOf } from './multipart';

interface Read {
  name: string;
  fileName: string | null;
  body: string;
}

/** The parts of a body that comes in pieces of these lengths, the last of which goes on to the end. */
async function read(bytes: Uint8Array, type: string, lengths: readonly number[] = []): Promise<Read[]> {
  let at = 0;
  let turn = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const length = lengths.length > 0 ? lengths[turn++ % lengths.length]! : bytes.length;
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
  const parts: Read[] = [];
  for await (const part of partsOf(body, type)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of part.body) pieces.push(piece.slice());
    parts.push({ name: part.name, fileName: part.fileName, body: Buffer.concat(pieces).toString('latin1') });
  }
  return parts;
}

async function encoded(form: FormData): Promise<{ bytes: Uint8Array; type: string }> {
  const response = new Response(form);
  return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type')! };
}

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'read',
    (error) => (error instanceof Problem ? error.code : error),
  );

describe('partsOf', () => {
  it('gives what the platform’s own form has, however the network cuts it', async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.constant(Buffer.from('\r\n--\r\n----form\r\n\r\n-')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ minLength: 1 }), bytes, fc.option(fc.string({ minLength: 1 }))), {
          maxLength: 4,
        }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
        async (given, lengths) => {
          const form = new FormData();
          for (const [name, content, file] of given)
            if (file === null) form.append(name, Buffer.from(content).toString('hex'));
            else form.append(name, new Blob([content.slice()]), file);
          const { bytes: whole, type } = await encoded(form);
          const again = await new Response(whole.slice(), { headers: { 'content-type': type } }).formData();
          const expected = await Promise.all(
            [...again].map(async ([name, value]) => ({
              name,
              fileName: typeof value === 'string' ? null : value.name,
              body:
                typeof value === 'string'
                  ? Buffer.from(value).toString('latin1')
                  : Buffer.from(await value.arrayBuffer()).toString('latin1'),
            })),
          );
          expect(await read(whole, type, lengths)).toEqual(expected);
        },
      ),
    );
  });

  const body = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
  const type = 'multipart/form-data; boundary=x';
  it('takes a preamble, blanks behind a delimiter and an epilogue for what they are', async () => {
    const form = 'Hello\n--x  \nContent-Disposition: form-data; name="a"\n\n1\n--x--\nBye';
    expect(await read(body(form), type)).toEqual([{ name: 'a', fileName: null, body: '1' }]);
  });

  it.each([
    ['breaks off in a part', '--x\nContent-Disposition: form-data; name="a"\n\n1\n--', type],
    ['breaks off in its headers', '--x\nContent-Disposition: form', type],
    ['has a part without a name', '--x\nContent-Type: text/plain\n\n1\n--x--', type],
    ['has headers without end', `--x\nA: ${'a'.repeat(20_000)}\n\n1\n--x--`, type],
    ['has parts without end', `${'--x\nContent-Disposition: form-data; name="a"\n\n1\n'.repeat(60)}--x--`, type],
    ['is something else', '{"a": 1}', type],
    ['is empty', '', type],
    ['names no boundary', '--x--', 'multipart/form-data'],
  ])('refuses a body that %s', async (_case, text, contentType) => {
    expect(await code(read(body(text), contentType, [7]))).toBe('malformed');
  });
});
