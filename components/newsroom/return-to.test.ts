import { describe, expect, it } from 'vitest';
import { returnTo } from './return-to';

describe('returnTo', () => {
  it.each(['/articles/1#claim-2', '/?tab=mine&q=a%20b', '/sources?id=7'])('goes back to %s', (path) => {
    expect(returnTo(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'https://example.org/',
    '//example.org/',
    '/\\example.org',
    '/\t/example.org',
    'javascript:alert(1)',
    '/sign-in?to=/sign-in',
    '/api/auth/sign-out',
  ])('goes to the list instead of %j', (path) => {
    expect(returnTo(path)).toBe('/');
  });
});
