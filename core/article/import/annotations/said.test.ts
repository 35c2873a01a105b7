import { describe, expect, it } from 'vitest';
import { at } from '@/core/report/web-annotation/hand-report';
import type { Remark } from '../remark';
import { COST, doc, note, one, quote, target } from './hand-annotations';
import { remarksOfAnnotations } from './remarks-of-annotations';

describe('what remarksOfAnnotations takes from a body', () => {
  const say = (...body: unknown[]) =>
    one(note(target(COST), { body, creator: { name: 'Ana' }, created: '2026-03-02T09:30:00+02:00' }));
  const body = (purpose: unknown, value: unknown, more: object = {}) => ({
    type: 'TextualBody',
    purpose,
    value,
    ...more,
  });
  const thread = (author: string, ...said: string[]) => ({
    resolved: false,
    comments: said.map((one) => ({ author, at: '2026-03-02T07:30:00.000Z', body: one })),
  });

  it.each<[name: string, body: unknown[], said: Partial<Remark>]>([
    ['an assessment', [body('assessing', ' False ')], { verdict: 'False' }],
    ['one tag', [body('tagging', 'False')], { verdict: 'False' }],
    [
      'an assessment beside a tag',
      [body('tagging', 'bridges'), body('assessing', 'False')],
      { verdict: 'False', threads: [thread('Ana', '#bridges')] },
    ],
    [
      'several tags',
      [body('tagging', 'a'), body('tagging', 'b')],
      { verdict: null, threads: [thread('Ana', '#a #b')] },
    ],
    [
      'a long assessment',
      [body('assessing', 'a'.repeat(65))],
      { verdict: null, threads: [thread('Ana', 'a'.repeat(65))] },
    ],
    ['a description', [body('describing', 'Because.')], { rationale: 'Because.' }],
    ['an edit', [body('editing', 'cost 60 million')], { correction: 'cost 60 million' }],
    ['a second edit', [body('editing', 'a'), body('editing', 'b')], { correction: 'a', threads: [thread('Ana', 'b')] }],
    [
      'a comment and its reply',
      [body('commenting', 'Sure?'), body('replying', 'Yes.')],
      { threads: [thread('Ana', 'Sure?', 'Yes.')] },
    ],
    ['a body without a purpose', [{ value: 'Hm.' }], { threads: [thread('Ana', 'Hm.')] }],
    [
      'a body of its own writer',
      [body('commenting', 'Hm.', { creator: [{ name: 'Bo' }] })],
      { threads: [thread('Bo', 'Hm.')] },
    ],
    [
      'HTML',
      [body('commenting', '<p>See <b>this</b><script>alert(1)</script></p>', { format: 'text/html' })],
      { threads: [thread('Ana', 'See this')] },
    ],
    [
      'the first of a choice',
      [{ type: 'Choice', items: [body('commenting', 'one'), body('commenting', 'two')] }],
      { threads: [thread('Ana', 'one')] },
    ],
    ['what is said of the note itself', [body('moderating', 'Approved')], { threads: [], verdict: null }],
    ['an empty body', [body('commenting', ' '), null, 7, {}], { threads: [] }],
    ['the class of the words', [{ id: 'https://vocabulary.example/bridge', purpose: 'classifying' }], { sources: [] }],
  ])('reads %s', (_name, bodies, said) => {
    expect(say(...bodies)).toMatchObject(said);
  });

  const bare = {
    title: 'https://a.example/',
    publisher: null,
    stance: 'context',
    quote: null,
    locator: null,
    consulted: null,
  };
  it.each<[name: string, body: unknown, read: object]>([
    ['an address', 'https://a.example/', { ...bare, url: 'https://a.example/' }],
    [
      'a resource',
      { id: 'https://a.example/', type: 'Text', label: 'A' },
      { ...bare, url: 'https://a.example/', title: 'A' },
    ],
    [
      'a passage of one, on a day',
      {
        purpose: 'linking',
        source: 'https://a.example/',
        selector: quote('the very words'),
        state: { type: 'TimeState', sourceDate: '2026-03-01T00:00:00Z' },
        label: 'p. 3',
      },
      {
        ...bare,
        url: 'https://a.example/',
        quote: 'the very words',
        locator: 'p. 3',
        consulted: '2026-03-01T00:00:00.000Z',
      },
    ],
    [
      'one without a web address',
      { source: { id: 'urn:isbn:0-486-27557-4', label: 'A book' } },
      { ...bare, url: null, title: 'A book' },
    ],
    [
      'a script under a name',
      { source: { id: 'javascript:alert(1)', label: 'Ledger' } },
      { ...bare, url: null, title: 'Ledger' },
    ],
  ])('reads a link to %s', (_name, link, read) => {
    expect(say(link).sources).toEqual([read]);
  });

  it.each<[name: string, body: unknown, reason: string]>([
    ['a link that is no web address', 'javascript:alert(1)', 'source-address'],
    [
      'a confidential source',
      { source: 'https://a.example/', audience: { 'schema:audienceType': 'newsroom' } },
      'source-confidential',
    ],
    [
      'a verdict of other words',
      body('assessing', 'True', { 'schema:claimReviewed': ['cost 30 million'] }),
      'verdict-of-other-words',
    ],
  ])('leaves out %s, says so, and takes in the rest', (_name, part, reason) => {
    const { remarks, skipped } = remarksOfAnnotations(
      note(target(COST), { body: [part, body('describing', 'Why')] }),
      doc,
    );
    expect(remarks).toMatchObject([{ sources: [], verdict: null, rationale: 'Why' }]);
    expect(skipped).toMatchObject([{ reason }]);
  });

  it.each<[name: string, motivation: string, said: Partial<Remark>]>([
    ['assessing', 'assessing', { verdict: 'False' }],
    ['editing', 'editing', { correction: 'False' }],
    [
      'highlighting',
      'highlighting',
      { threads: [{ resolved: false, comments: [{ author: '', at: null, body: 'False' }] }] },
    ],
  ])('takes a body without a purpose by the motivation: %s', (_name, motivation, said) => {
    expect(one(note(target(COST), { motivation, bodyValue: 'False' }))).toMatchObject(said);
  });

  it.each<[name: string, made: object, author: string, at: string | null]>([
    ['a name', { creator: { name: 'Ana' }, created: at }, 'Ana', at],
    ['a nickname', { creator: { nickname: 'ana' } }, 'ana', null],
    ['an address alone', { creator: 'https://people.example/ana' }, '', null],
    ['a time with an offset', { created: '2026-03-02T09:30:00.123456+00:00' }, '', '2026-03-02T09:30:00.123Z'],
    ['a day that no month has', { created: '2026-02-41T00:00:00Z' }, '', null],
    ['a day without a time', { created: '2026-03-02' }, '', null],
  ])('says who and when: %s', (_name, made, author, time) => {
    expect(one(note(target(COST), { ...made, bodyValue: 'Hm.' })).threads[0]!.comments).toEqual([
      { author, at: time, body: 'Hm.' },
    ]);
  });
});
