import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { listedType, UNKNOWN_TYPE } from '@/core/source/evidence-kinds';
import { isText, textType } from '@/core/source/text-type';

/** How much of a file is read to tell what kind of text it is, in bytes; and how far into an older Office file its parts are named. */
const BEGINNING = 64 * 1024;

/** The media type of a file, told from its bytes and from nothing that anybody says of them: one of the list. */
export async function tellType({ file }: { file: string }): Promise<{ type: string }> {
  const beginning = await beginningOf(file);
  const marked = markedText(beginning);
  if (marked !== null) return { type: listedType(textType(marked)) };
  const told = (await fileTypeFromFile(file))?.mime;
  // A text of markup is told more closely by its own words.
  if (told !== undefined && told !== 'application/xml' && told !== 'application/x-cfb')
    return { type: listedType(told) };
  if (told === 'application/x-cfb') return { type: isOutlook(beginning) ? 'application/vnd.ms-outlook' : told };
  const text = decoded(beginning);
  if (isText(text)) return { type: listedType(textType(text)) };
  return { type: told ?? UNKNOWN_TYPE };
}

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A text that says by a mark that it is in UTF-16, and is; the same two bytes begin some recordings. */
function markedText(bytes: Buffer): string | null {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (label === null) return null;
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return isText(text) ? text : null;
  } catch {
    return null;
  }
}

/** In UTF-8, else in Windows-1252, which takes every byte. */
function decoded(bytes: Buffer): string {
  try {
    // What is cut off at the end is no fault.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Outlook's messages are compound files like older Office's, and name their parts in a way of their own. */
function isOutlook(bytes: Buffer): boolean {
  return (
    bytes.includes(Buffer.from('__substg1.0_', 'utf16le')) ||
    bytes.includes(Buffer.from('__nameid_version1.0', 'utf16le'))
  );
}
