import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in lower-case hexadecimal. A desk counts which sentences were looked at while somebody
 * types, and a browser has a hash of its own only as a promise, and only over https.
 */
export function fingerprintOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
