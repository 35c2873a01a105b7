import { strToU8, zipSync } from 'fflate';

/** A part of a package: its name, as the package's own addresses have it without the first slash, and its bytes or text. */
export interface PackagePart {
  readonly name: string;
  /** Text is written as UTF-8. */
  readonly data: string | Uint8Array;
}

/** The first time that a ZIP entry can bear: what was written when is nobody's business, and equal parts must be equal bytes. */
const TIME = new Date(1980, 0, 1);

/**
 * The parts as one ZIP file (Open Packaging Conventions, ECMA-376 part 2), in the order given: equal parts in an equal order give
 * equal bytes, wherever and whenever it is written. Throws where two parts have one name.
 */
export function writePackage(parts: readonly PackagePart[]): Uint8Array {
  const entries: Record<string, Uint8Array> = {};
  for (const { name, data } of parts) {
    if (Object.hasOwn(entries, name)) throw new Error(`The package has two parts named ${name}.`);
    entries[name] = typeof data === 'string' ? strToU8(data) : data;
  }
  return zipSync(entries, { level: 6, mtime: TIME });
}
