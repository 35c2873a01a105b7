import { createHash, randomBytes } from 'node:crypto';

/** A new secret to hand out once: 32 random bytes behind a prefix that says what it is, should it turn up where it does not belong. */
export function newToken(kind: keyof typeof letters): string {
  return `stet_${letters[kind]}_${randomBytes(32).toString('base64url')}`;
}

const letters = { token: 't', invitation: 'i', guest: 'g' } as const;

/**
 * What is kept of a token: its SHA-256. A token is random through and through, so nothing slower is needed; and since it is found
 * by the hash's index, the time that takes tells nothing of the token.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
