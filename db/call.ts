import type { Me } from '@/core/newsroom/person';

/**
 * Who asks, when, and where new ids come from: clock and randomness enter with the call, so that the same call on the same store
 * does the same. `at` is ISO 8601 in UTC with milliseconds and `Z`, so that times sort as text.
 */
export interface Call {
  by: Me;
  at: string;
  newId: () => string;
}
