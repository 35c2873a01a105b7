/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, in lower-case hexadecimal. A desk counts which sentences were looked at while somebody
 * types, and a browser has a hash of its own only as a promise, and only over https.
 */
export function fingerprintOf(text: string): string {
  const state = Uint32Array.from(first);
  const message = padded(new TextEncoder().encode(text));
  const view = new DataView(message.buffer);
  const words = new Uint32Array(64);
  for (let at = 0; at < message.length; at += BLOCK) {
    for (let word = 0; word < 16; word++) words[word] = view.getUint32(at + 4 * word);
    takeIn(state, words);
  }
  return [...state].map((part) => part.toString(16).padStart(8, '0')).join('');
}

/** Bytes that are taken in at once. */
const BLOCK = 64;

/** The bytes, a one bit, zeros, and their length in bits as the last eight bytes of a whole number of blocks. */
function padded(bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  message.set(bytes);
  message[bytes.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(message.length - 4, bytes.length << 3);
  return message;
}

/** Takes one block in, whose first sixteen words are given. */
function takeIn(state: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const [early, late] = [words[at - 15]!, words[at - 2]!];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = words[at - 16]! + low + words[at - 7]! + high;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [at, part] of [a, b, c, d, e, f, g, h].entries()) state[at]! += part;
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first prime numbers: the constants are the fractions of their square and cube roots. */
const primes = (() => {
  const found: number[] = [];
  for (let number = 2; found.length < 64; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
})();
const first = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const rounds = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

/** The first 32 bits after the point. */
function fraction(root: number): number {
  return ((root % 1) * 2 ** 32) >>> 0;
}
