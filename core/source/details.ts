import { z } from 'zod';
import { typed } from '@/core/record';

/** How an interview was held or sought. */
export const channels = ['in-person', 'phone', 'video', 'email', 'message', 'letter', 'social', 'other'] as const;
export type Channel = (typeof channels)[number];

const line = typed(500).nullable().optional();

/**
 * What only some kinds of source have. An interview: whom (`author` names nobody but who wrote), in which role, how they are
 * reached, whether they may be named. A broadcast: its programme and the minute. A dataset: its edition. A book: edition and ISBN.
 */
export const SourceDetails = z.strictObject({
  whom: line,
  role: line,
  contact: line.describe('Address or number; internal, as notes are.'),
  channel: z.enum(channels).nullable().optional(),
  consent: z.boolean().nullable().optional().describe('Whether they agreed to be named; null where nobody asked.'),
  programme: line,
  minute: line,
  edition: line,
  isbn: line,
  checkedBy: line.describe('Who made the earlier check.'),
});
export type SourceDetails = z.infer<typeof SourceDetails>;
