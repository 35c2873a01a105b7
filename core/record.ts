import { z } from 'zod';
import { isWebAddress } from './web-address';

export { isWebAddress };

/** What every record of the interface is made of. Times are ISO 8601 in UTC with `Z`; ids are opaque. */
export const Id = z.string().min(1).max(64);
export const ClientId = z.uuid().describe('A UUID chosen by the client: a create repeated with it never makes a twin.');
export const Time = z.iso.datetime({ offset: false });
export const Revision = z.number().int().min(1);

/** http or https and nothing else: the only addresses that Stet keeps, shows or follows. */
export const WebAddress = z
  .string()
  .max(4096)
  .refine(isWebAddress, { error: 'An address begins with http:// or https://, like https://example.org/report.' });

/**
 * The first character that XML 1.0 forbids (section 2.2): controls but tab, line feed and return; lone surrogates; U+FFFE and
 * U+FFFF. Returns its UTF-16 index, or -1. Nothing that holds one is ever stored, so every export can be written.
 */
export function forbiddenCharacter(text: string): number {
  return text.search(/[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r\u007f-\u009f]]/v);
}

/** Text that a person types: at most `max` UTF-16 units, every character one that can be kept. */
export const typed = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => forbiddenCharacter(value) === -1, {
      error: 'A control character in this cannot be kept. Remove it and try again.',
    });

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export type Page<T> = { items: T[]; nextCursor: string | null };
