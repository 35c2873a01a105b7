import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { Throttle } from './throttle';

const MINUTE = 60_000;
const wrong = () => true;
const refuse = () => Promise.reject(new Error('wrong'));
const agree = () => Promise.resolve('in');

/** What became of a try: `in`, `wrong`, or the seconds to wait. */
async function outcome(tried: Promise<unknown>): Promise<unknown> {
  return tried.catch((error) => (error instanceof Problem ? error.extra.retryAfter : error.message));
}

describe('the throttle', () => {
  it('shuts a pair after eight wrong tries, for the rest of ten minutes, and says how long', async () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    for (let tries = 0; tries < 8; tries++)
      expect(await outcome(throttle.attempt('ada', 'here', refuse, wrong))).toBe('wrong');
    now = 4 * MINUTE;
    expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe(360);
    now = 10 * MINUTE;
    expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe('in');
  });

  it('forgets the count when a try succeeds, and counts no failure of ours', async () => {
    const throttle = new Throttle(() => 0);
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 7; tries++) await outcome(throttle.attempt('ada', 'here', refuse, wrong));
      expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe('in');
    }
    for (let tries = 0; tries < 20; tries++) await outcome(throttle.attempt('ada', 'here', refuse, () => false));
    expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe('in');
  });

  it('is not passed by many tries at once', async () => {
    const throttle = new Throttle(() => 0);
    const tries = Array.from({ length: 50 }, () => outcome(throttle.attempt('ada', 'here', refuse, wrong)));
    expect((await Promise.all(tries)).filter((what) => what === 'wrong')).toHaveLength(8);
  });

  it('keeps accounts and addresses apart', async () => {
    const throttle = new Throttle(() => 0);
    for (let tries = 0; tries < 9; tries++) await outcome(throttle.attempt('ada', 'here', refuse, wrong));
    expect(await outcome(throttle.attempt('ada', 'there', agree, wrong))).toBe('in');
    expect(await outcome(throttle.attempt('boole', 'here', agree, wrong))).toBe('in');
  });

  it('remembers no more pairs than it says, and forgets old ones first', async () => {
    let now = 0;
    const throttle = new Throttle(() => now);
    for (let tries = 0; tries < 9; tries++) await outcome(throttle.attempt('ada', 'here', refuse, wrong));
    for (let account = 0; account < 19_998; account++) await throttle.attempt(`a${account}`, 'here', agree, wrong);
    now = MINUTE;
    expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe(540);
    for (let account = 0; account < 20_000; account++) await throttle.attempt(`b${account}`, 'here', agree, wrong);
    expect(await outcome(throttle.attempt('ada', 'here', agree, wrong))).toBe('in');
  });
});
