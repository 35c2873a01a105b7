import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublicationDate } from '@/core/source/source';
import { publicationDate } from './publication-date';

describe('publicationDate', () => {
  it.each([
    ['a year', '2025', '2025'],
    ['a month', ' 2025-10 ', '2025-10'],
    ['a day', '2025-10-28', '2025-10-28'],
    ['a day without hyphens', '20251028', '2025-10-28'],
    ['a time in UTC', '2025-10-28T09:05:00Z', '2025-10-28T09:05:00Z'],
    ['a time in a zone', '2025-10-28T01:05:00+02:00', '2025-10-27T23:05:00Z'],
    ['a zone without a colon', '2025-10-28 09:05:30 -0500', '2025-10-28T14:05:30Z'],
    ['a zone of hours', '2025-10-28T09:05+02', '2025-10-28T07:05:00Z'],
    ['fractions of a second', '2025-10-28T09:05:00.123Z', '2025-10-28T09:05:00Z'],
    ['a time without a zone, of which the day is sure', '2025-10-28T23:05:00', '2025-10-28'],
    ['the date of a mail', 'Tue, 28 Oct 2025 09:05:00 GMT', '2025-10-28T09:05:00Z'],
    ['the date of a mail in a zone', '28 Oct 2025 09:05 +0200', '2025-10-28T07:05:00Z'],
    ['a day after their manner', '8 Oct 2025', '2025-10-08'],
  ])('reads %s', (_kind, written, date) => {
    expect(publicationDate(written)).toBe(date);
  });

  it.each([
    '',
    'today',
    '03/04/2025',
    '2025-13',
    '2025-02-30',
    '202510',
    '2025-10-28T25:00Z',
    '2025-10-28 noon',
    '0000',
    '31 Feb 2025',
    '9999-12-31T23:00-05:00',
    '12025-01-01',
  ])('reads nothing in %j', (written) => {
    expect(publicationDate(written)).toBeNull();
  });

  it('gives what a record takes, the same when read again', () => {
    const piece = fc.constantFrom(
      '2025',
      '-10',
      '-28',
      '1',
      '0',
      'T',
      ' ',
      '09:05',
      ':30',
      '.5',
      'Z',
      '+02:00',
      '-0530',
      'Tue, ',
      '28 ',
      'Oct ',
    );
    const written = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(written, (text) => {
        const date = publicationDate(text);
        if (date === null) return;
        expect(PublicationDate.safeParse(date).success).toBe(true);
        expect(publicationDate(date)).toBe(date);
      }),
    );
  });

  it('gives the second that a time in UTC says', () => {
    const time = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, (date) => {
        const second = `${date.toISOString().slice(0, 19)}Z`;
        expect([publicationDate(date.toISOString()), publicationDate(date.toUTCString())]).toEqual([second, second]);
      }),
    );
  });
});
