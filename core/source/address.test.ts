import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAddress } from './address';

describe('normaliseAddress', () => {
  const same = [
    ['a host in capitals', 'https://Example.ORG/report', 'https://example.org/report'],
    ['http and https', 'http://example.org/report', 'https://example.org/report'],
    ['www', 'https://www.example.org/report', 'https://example.org/report'],
    ['a default port', 'https://example.org:443/report', 'https://example.org/report'],
    ['a fragment', 'https://example.org/report#results', 'https://example.org/report'],
    ['a slash at the end', 'https://example.org/report/', 'https://example.org/report'],
    ['a bare host', 'https://example.org/', 'https://example.org'],
    [
      'campaign parameters',
      'https://example.org/report?utm_source=x&id=3&fbclid=y&gclid=z',
      'https://example.org/report?id=3',
    ],
    ['the order of parameters', 'https://example.org/?b=2&a=1', 'https://example.org/?a=1&b=2'],
    ['unreserved letters in percent', 'https://example.org/%7Eann/caf%c3%a9', 'https://example.org/~ann/café'],
    ['white space around', '  https://example.org/report\n', 'https://example.org/report'],
    ['a dot after the host', 'https://example.org./report', 'https://example.org/report'],
  ] as const;
  it.each(same)('takes %s for the same page', (_, one, other) => {
    expect(normaliseAddress(one)).toBe(normaliseAddress(other));
  });

  const different = [
    ['another path', 'https://example.org/a', 'https://example.org/b'],
    ['the case of a path', 'https://example.org/A', 'https://example.org/a'],
    ['a parameter that names the page', 'https://example.org/?id=1', 'https://example.org/?id=2'],
    ['another port', 'https://example.org:8080/', 'https://example.org/'],
    ['a page named in the fragment', 'https://example.org/#/report/1', 'https://example.org/#/report/2'],
    ['a slash that is a letter', 'https://example.org/a%2Fb', 'https://example.org/a/b'],
  ] as const;
  it.each(different)('tells %s apart', (_, one, other) => {
    expect(normaliseAddress(one)).not.toBe(normaliseAddress(other));
  });

  it('has no answer for what is no web address', () => {
    for (const other of ['mailto:ann@example.org', 'javascript:alert(1)', 'ftp://example.org/', 'an archive', '']) {
      expect(normaliseAddress(other)).toBeNull();
    }
  });

  it('is the same when done twice', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = normaliseAddress(url);
        expect(normaliseAddress(`https://${once}`)).toBe(once);
      }),
    );
  });
});
