import { z } from 'zod';

/** The most items that one answer of a list holds, and how many it holds where nobody says. */
export const LIST_LIMIT = 200;
const LIST_USUAL = 50;

const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, 'A limit is a whole number from 1 to 200.')
  .transform(Number)
  .refine((value) => value <= LIST_LIMIT, { error: 'A limit is at most 200.' });

/** `?limit=&cursor=`, which every list takes. A cursor is opaque: what the list before answered as `nextCursor`. */
export const paging = { limit: limit.default(LIST_USUAL), cursor: z.string().min(1).max(500).optional() };
export const Paged = z.strictObject(paging);

/** A switch in a query: `?dryRun=1`, `?deleted=1`. */
export const flag = z
  .enum(['0', '1'])
  .transform((value) => value === '1')
  .default(false);

/** A number of the event log, as `?since=` carries it. */
export const sequence = z
  .string()
  .regex(/^\d{1,15}$/, 'This is a whole number, 0 or more.')
  .transform(Number);
