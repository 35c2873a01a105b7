import type { Standing } from './vocabulary';

/** The fields of a source about which nothing was found out yet. */
export const newlyNamed = {
  details: null,
  standing: 'sound' as Standing,
  standingReason: null,
  standingBy: null,
  standingAt: null,
  link: null,
  linkStatus: null,
  linkAt: null,
  mergedInto: null,
};
