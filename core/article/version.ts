import { z } from 'zod';
import { Id, Time } from '@/core/record';

/** How a version came about at one stroke: a new draft came in, an old version was brought back, corrections were put in. */
export const strokeKinds = ['draft', 'restored', 'corrected'] as const;
export type StrokeKind = (typeof strokeKinds)[number];
/** And otherwise: it is the text as it was imported, or what one person typed without a long pause. */
export const versionKinds = ['imported', 'edited', ...strokeKinds] as const;

/** A version of an article that has a name in its list. `version` counts the steps that made it. */
export const Version = z.object({
  version: z.number().int().min(0),
  kind: z.enum(versionKinds),
  by: Id,
  at: Time,
  origin: z.string().nullable().describe('The name of the file that it came from.'),
  restored: z.number().int().nullable().describe('The version that was brought back.'),
});
export type Version = z.infer<typeof Version>;
