import { describe, expect, it } from 'vitest';
import { deadlineWords } from './deadline';

const now = Date.parse('2026-03-10T13:20:00Z');

describe('deadlineWords', () => {
  it.each([
    [
      'hours ahead',
      '2026-03-10T15:30:00Z',
      'UTC',
      { day: 'today', late: false, span: { unit: 'hours', hours: 2, minutes: 10 } },
    ],
    [
      'minutes ahead',
      '2026-03-10T13:45:00Z',
      'UTC',
      { day: 'today', late: false, span: { unit: 'minutes', count: 25 } },
    ],
    [
      'an hour and more late',
      '2026-03-10T12:00:00Z',
      'UTC',
      { day: 'today', late: true, span: { unit: 'hours', hours: 1, minutes: 20 } },
    ],
    [
      'tomorrow there though today in UTC',
      '2026-03-10T16:00:00Z',
      'Asia/Tokyo',
      { day: 'tomorrow', late: false, span: { unit: 'hours', hours: 2, minutes: 40 } },
    ],
    [
      'two days ahead by the calendar',
      '2026-03-12T18:00:00Z',
      'UTC',
      { day: 'other', late: false, span: { unit: 'days', count: 2 } },
    ],
    ['a day late', '2026-03-09T09:00:00Z', 'UTC', { day: 'yesterday', late: true, span: { unit: 'days', count: 1 } }],
  ] as const)('says what is %s', (_, at, zone, words) => {
    expect(deadlineWords(Date.parse(at), now, zone)).toEqual(words);
  });
});
