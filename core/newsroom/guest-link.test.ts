import { describe, expect, it } from 'vitest';
import { guestExpiry, linkStands, openToGuests } from './guest-link';

const at = '2026-03-01T12:00:00.000Z';

describe('when a link ends', () => {
  it.each([
    ['in fourteen days where nobody says', undefined, '2026-03-15T12:00:00.000Z'],
    ['when it is asked to', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['after ninety days at the latest', '2026-05-30T12:00:00Z', '2026-05-30T12:00:00.000Z'],
    ['never later than that', '2026-05-30T12:00:00.001Z', null],
    ['never before it was made', '2026-03-01T12:00:00Z', null],
  ])('%s', (_, asked, end) => {
    expect(guestExpiry(at, asked)).toBe(end);
  });
});

describe('whether a link lets its guest in', () => {
  it.each([
    ['before its end', { revokedAt: null, expiresAt: '2026-03-01T12:00:00.001Z' }, true],
    ['at its end no more', { revokedAt: null, expiresAt: at }, false],
    ['revoked not at all', { revokedAt: '2026-02-01T00:00:00.000Z', expiresAt: '2026-04-01T00:00:00.000Z' }, false],
  ])('%s', (_, link, stands) => {
    expect(linkStands(link, at)).toBe(stands);
  });
});

describe('which articles are open to their guests', () => {
  it.each([
    ['draft', null, true],
    ['checking', null, true],
    ['signed-off', null, true],
    ['archived', null, false],
    ['checking', at, false],
  ])('%s, binned %s: %s', (status, deletedAt, open) => {
    expect(openToGuests({ status, deletedAt })).toBe(open);
  });
});
