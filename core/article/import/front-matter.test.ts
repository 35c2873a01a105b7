import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter';

const nothing = { title: null, language: null, byline: null, publisher: null, publishedAt: null, url: null, unread: 0 };

describe('readFrontMatter', () => {
  it.each<[string, string, object]>([
    ['a title in quotation marks', 'title: "The bridge: closed"', { title: 'The bridge: closed' }],
    ['a language', 'lang: pt_BR', { language: 'pt-BR' }],
    ['an author', "author: 'Ann Lee'", { byline: 'Ann Lee' }],
    ['authors in one line', 'authors: [Ann Lee, "Bo Ek"]', { byline: 'Ann Lee, Bo Ek' }],
    ['authors in lines', 'authors:\n  - Ann Lee\n  - name: Bo Ek', { byline: 'Ann Lee, Bo Ek' }],
    ['a byline', 'byline: Ann Lee', { byline: 'Ann Lee' }],
    ['a date', 'date: 2025-10-28', { publishedAt: '2025-10-28' }],
    ['a date with a remark', 'Date: 2025-10-28 # at noon', { publishedAt: '2025-10-28' }],
    ['a time', 'published: 2025-10-28 09:05:00 +0200', { publishedAt: '2025-10-28T07:05:00Z' }],
    ['a date that is none', 'date: soon', { unread: 1 }],
    ['a publisher', 'publisher: The Gazette', { publisher: 'The Gazette' }],
    ['an address', 'canonical: https://gazette.example/a', { url: 'https://gazette.example/a' }],
    ['an address of another kind', 'url: /a\nlink: javascript:x', { unread: 2 }],
    [
      'the first that can be read',
      'url: /a\nlink: https://gazette.example/a',
      { url: 'https://gazette.example/a', unread: 1 },
    ],
    ['what is not known', 'layout: post\ntags:\n  - a\n  - b', { unread: 2 }],
    ['fields that are empty', 'title:\nauthor: ""', { unread: 2 }],
  ])('reads %s', (_kind, lines, found) => {
    expect(readFrontMatter(`---\n${lines}\n---\nText.`)).toEqual({ ...nothing, ...found, body: 'Text.' });
  });

  it.each([
    ['a rule', '---\nText\n\n---\nmore'],
    ['one that does not end', '---\ntitle: x\n'],
    ['what does not begin the text', '\n---\ntitle: x\n---\n'],
  ])('leaves %s in the text', (_kind, markdown) => {
    expect(readFrontMatter(markdown)).toEqual({ ...nothing, body: markdown });
  });
});
