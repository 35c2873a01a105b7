/** How long a guest's link works, without the schemas that check what is asked for, so that a screen can use it and stay small. */

/** How long a guest's link works where nobody says, and at most; in days. */
export const GUEST_DAYS = 14;
export const GUEST_DAYS_AT_MOST = 90;

/** When a link that is made at `at` ends (ISO 8601), by what is asked for; null where that is past already, or too far away. */
export function guestExpiry(at: string, asked?: string): string | null {
  const days = (count: number) => new Date(Date.parse(at) + count * 24 * 60 * 60 * 1000).toISOString();
  if (asked === undefined) return days(GUEST_DAYS);
  const end = new Date(asked).toISOString();
  return end > at && end <= days(GUEST_DAYS_AT_MOST) ? end : null;
}

/** Whether a link lets its guest in at a moment (ISO 8601): neither revoked nor at its end. */
export function linkStands(
  { revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string },
  at: string,
): boolean {
  return revokedAt === null && expiresAt > at;
}

/**
 * Whether an article is open to its guests: not in the bin, and not archived, since then nobody is there to read an answer. One
 * that is signed off stays open to them: a writer who finds a mistake afterwards should say so.
 */
export function openToGuests({ status, deletedAt }: { status: string; deletedAt: string | null }): boolean {
  return deletedAt === null && status !== 'archived';
}
