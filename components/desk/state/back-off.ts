/** The first wait after a failure and the longest, in milliseconds; in between it doubles. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/**
 * How long to wait after so many failures in a row (0 for the first), in milliseconds: doubling, and anywhere in the upper half
 * of that, so that a room full of desks does not come back in step. `random` is from 0 to 1.
 */
export function backOff(failures: number, random: number): number {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 16));
  return full * (0.5 + random / 2);
}
