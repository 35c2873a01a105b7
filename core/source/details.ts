import { z } from 'zod';
import { typed } from '@/core/record';
import { channels, type DetailField, detailsOfKind, type SourceKind } from './vocabulary';

const line = typed(500).nullable().optional();

/**
 * What only some kinds of source have (`detailsOfKind`). Of somebody who was asked: whom (`author` names nobody but who wrote), in
 * which role, how they are reached, whether they may be named.
 */
export const SourceDetails = z.strictObject({
  whom: line.describe('Who was asked. In a public edition only with consent.'),
  role: line.describe('What they are in this, as it may be published.'),
  contact: line.describe('Address or number; internal, as notes are.'),
  channel: z.enum(channels).nullable().optional(),
  consent: z.boolean().nullable().optional().describe('Whether they agreed to be named; null where nobody asked.'),
  reference: line.describe('The number or file under which a document is kept.'),
  programme: line,
  minute: line,
  edition: line,
  isbn: line,
  place: line.describe('Where an image was made.'),
  checkedBy: line.describe('Who made the earlier check.'),
  found: line.describe('What the earlier check found.'),
}) satisfies z.ZodType<Partial<Record<DetailField, string | boolean | null>>>;
export type SourceDetails = z.infer<typeof SourceDetails>;

/** The details that a source of this kind has; null where nothing is said. What it had as another kind waits unseen. */
export function detailsShown(kind: SourceKind, details: SourceDetails | null): SourceDetails | null {
  const shown = Object.entries(details ?? {}).filter(
    ([field, value]) => value !== null && (detailsOfKind[kind] as readonly string[]).includes(field),
  );
  return shown.length > 0 ? Object.fromEntries(shown) : null;
}

/** The fields that are said and that a source of this kind does not have. */
export function misfitDetails(kind: SourceKind, said: SourceDetails): string[] {
  return Object.entries(said)
    .filter(([field, value]) => value !== null && !(detailsOfKind[kind] as readonly string[]).includes(field))
    .map(([field]) => field);
}

/** The details with those that are said put in; null empties one. Null where none is left. */
export function withDetails(had: SourceDetails | null, said: SourceDetails | null): SourceDetails | null {
  const all = Object.entries({ ...had, ...said }).filter(([, value]) => value !== null && value !== undefined);
  return said === null || all.length === 0 ? null : Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
