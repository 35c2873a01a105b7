import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnIn } from '@/core/anchor/range';
import { Remark } from '../remark';
import { COST, doc, note, position, quote, reasons, target, text, wordsAt } from './hand-annotations';
import { remarksOfAnnotations } from './remarks-of-annotations';

describe('remarksOfAnnotations, of which tool', () => {
  const first = note(target(quote('Nobody came.')));
  const second = note(target(COST));
  it.each<[name: string, json: unknown]>([
    ['a list', [first, second]],
    ['a page', { type: 'AnnotationPage', items: [first, second] }],
    ['a collection', { type: 'AnnotationCollection', first: { items: [first, second] } }],
    [
      'a collection of two pages',
      { first: { items: [first], next: { items: [second], next: 'https://a.example/3' } } },
    ],
    ['rows', { total: 2, rows: [first, second] }],
  ])('reads %s, in reading order', (_name, json) => {
    const { remarks, skipped } = remarksOfAnnotations(json, doc);
    expect(remarks.map(({ places }) => wordsAt(places[0]!))).toEqual(['cost 40 million', 'Nobody came.']);
    expect(skipped).toEqual([]);
  });

  it.each([
    [{ type: 'AnnotationCollection', total: 0 }],
    [{ type: 'AnnotationPage', items: [] }],
    [{ rows: [] }],
    [[]],
  ])('finds nothing in an empty one: %j', (json) => {
    expect(remarksOfAnnotations(json, doc)).toEqual({ remarks: [], skipped: [] });
  });

  it('reads rows of Hypothesis with their tags, and their answers in order of time', () => {
    const row = (name: string, said: string, minute: number, more: object) => ({
      id: name,
      uri: 'https://post.example/bridge',
      user: `acct:${name}@hypothes.is`,
      created: `2026-03-02T09:${minute}:00.123456+00:00`,
      text: said,
      tags: [],
      target: [{ source: 'https://post.example/bridge' }],
      ...more,
    });
    const rows = [
      row('cy', 'So it is.', 32, { references: ['ana', 'bo'] }),
      row('bo', 'No.', 31, { references: ['ana'], user_info: { display_name: 'Bo Li' } }),
      row('ana', 'Is it so?', 30, {
        tags: ['False'],
        target: [target({ type: 'RangeSelector', startContainer: '/p[1]' }, position(900, 915), COST)],
      }),
      row('di', 'And this?', 33, { references: ['gone'] }),
    ];
    const { remarks, skipped } = remarksOfAnnotations({ rows }, doc);
    expect(remarks).toMatchObject([{ verdict: 'False', threads: [{ comments: [{}, {}, {}] }] }]);
    expect(remarks[0]!.threads[0]!.comments).toEqual([
      { author: 'ana', at: '2026-03-02T09:30:00.123Z', body: 'Is it so?' },
      { author: 'Bo Li', at: '2026-03-02T09:31:00.123Z', body: 'No.' },
      { author: 'cy', at: '2026-03-02T09:32:00.123Z', body: 'So it is.' },
    ]);
    expect(skipped).toEqual([{ index: 3, id: 'di', reason: 'reply-unknown' }]);
  });

  it('reads a page once, though it names itself as the next', () => {
    const page: Record<string, unknown> = { items: [first] };
    page.next = page;
    expect(remarksOfAnnotations({ first: page }, doc).remarks).toHaveLength(1);
  });

  it('puts an answer to an annotation in its thread', () => {
    const asked = note(target(COST), { id: 'urn:1', bodyValue: 'Sure?' });
    const answer = note({ id: 'urn:1' }, { id: 'urn:2', motivation: 'replying', bodyValue: 'Yes.' });
    const { remarks } = remarksOfAnnotations([answer, asked], doc);
    expect(remarks[0]!.threads[0]!.comments.map(({ body }) => body)).toEqual(['Sure?', 'Yes.']);
  });
});

describe('remarksOfAnnotations, of a stranger’s', () => {
  it('takes no more than it can read at once, and names the rest', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => note(target(COST), { id: `urn:${index}` }));
    const { remarks, skipped } = remarksOfAnnotations(many, doc);
    expect([remarks.length, skipped.length]).toEqual([20_000, 80_000]);
    expect(skipped.at(-1)).toEqual({ index: 99_999, id: 'urn:99999', reason: 'too-many' });
  });

  it('reads a chain of twenty thousand answers, and a ring of them', () => {
    const answers = Array.from({ length: 19_999 }, (_, index) =>
      note('urn:x', { id: `urn:${index + 1}`, references: [`urn:${index}`], bodyValue: 'Yes.' }),
    );
    const { remarks } = remarksOfAnnotations([note(target(COST), { id: 'urn:0' }), ...answers.toReversed()], doc);
    expect(remarks[0]!.threads[0]!.comments).toHaveLength(19_999);
    const ring = ['a', 'b'].map((name, index) => note('urn:x', { id: name, references: [index === 0 ? 'b' : 'a'] }));
    expect(reasons(ring)).toEqual(['reply-unknown', 'reply-unknown']);
  });

  it('takes a nesting of any depth for what it is', () => {
    let nested: unknown = 'deep';
    for (let depth = 0; depth < 50_000; depth++)
      nested = { items: [nested], source: nested, selector: nested, body: nested };
    const html = { value: '<b>'.repeat(50_000), format: 'text/html' };
    for (const json of [
      nested,
      [nested],
      note(nested),
      note(target(nested)),
      note(target(COST), { body: [nested, html] }),
    ])
      expect(() => remarksOfAnnotations(json, doc)).not.toThrow();
  });

  it('takes names that every object has for no more than names', () => {
    const json = JSON.parse(
      '[{"__proto__":{"target":[{"selector":[]}]},"constructor":{"name":"x"}},{"target":{"__proto__":{"selector":{}}},"toString":1}]',
    );
    expect(reasons(json)).toEqual(['not-an-annotation', 'no-selector']);
    expect(
      remarksOfAnnotations(note(target(COST), { id: '__proto__', body: { purpose: 'constructor', value: 'x' } }), doc)
        .remarks,
    ).toHaveLength(1);
    expect(({} as { target?: unknown }).target).toBeUndefined();
  });

  it('never throws, and whatever it makes is a remark on words of the text', () => {
    const name = fc.constantFrom(
      'type',
      'target',
      'selector',
      'exact',
      'prefix',
      'start',
      'end',
      'body',
      'purpose',
      'value',
      'id',
      'items',
      'rows',
      'first',
      'next',
      'creator',
      'created',
      'references',
      'motivation',
      'source',
      'label',
      'state',
      'audience',
      '__proto__',
    );
    const word = fc.constantFrom(
      'TextQuoteSelector',
      'TextPositionSelector',
      'Annotation',
      'cost 40 million',
      'said so',
      'assessing',
      'linking',
      'replying',
      'https://a.example/',
      'urn:1',
      '2026-03-02T09:30:00Z',
      '\0',
      '\ud83d',
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 6, depthSize: 'large' },
        fc.oneof(word, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    const likely = fc.record(
      { target: fc.record({ selector: fc.oneof(fc.constant(COST), value) }), body: value, references: value },
      { requiredKeys: ['target'] },
    );
    fc.assert(
      fc.property(fc.oneof(value, fc.array(likely, { maxLength: 4 })), (json) => {
        const { remarks } = remarksOfAnnotations(json, doc);
        for (const remark of remarks) {
          Remark.parse(remark);
          for (const { from, to } of remark.places) expect(drawnIn(text, from, to)).toEqual({ from, to });
        }
      }),
      { numRuns: 500 },
    );
  });
});
