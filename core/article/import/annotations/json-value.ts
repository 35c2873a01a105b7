/**
 * Values from a stranger's JSON, read without trusting their shape: whatever is not as expected reads as nothing.
 */

/** A member of an object by its own name; nothing that every object has is ever taken for one. */
export function member(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** A member that JSON-LD lets be one value or a list of them. */
export function members(value: unknown, name: string): unknown[] {
  const found = member(value, name);
  if (found === undefined || found === null) return [];
  return Array.isArray(found) ? found : [found];
}

/** A member that is text; of a list its first text. Null where there is none. */
export function words(value: unknown, name: string): string | null {
  return members(value, name).find((one) => typeof one === 'string') ?? null;
}

/** Whether a member is this word, or a list with it. */
export function says(value: unknown, name: string, word: string): boolean {
  return members(value, name).includes(word);
}
