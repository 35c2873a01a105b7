import type { z } from 'zod';
import { Problem } from '@/core/problem';
import { forbiddenCharacter } from '@/core/record';
import { JSON_FORMAT } from './json';
import { ReportFile } from './json-file';
import { misfit } from './misfit';
import { refuseMisfits } from './refuse-misfits';
import { type KeptText, replay } from './replay';
import type { Report } from './report';

/** The most that a file may hold, in UTF-16 units: the largest article with years of edits is a fraction of it. */
export const REPORT_LENGTH = 64 * 1024 * 1024;

/** A report that came back as a file, found to be one that Stet can have written. Plain data: it can cross between threads. */
export interface BroughtReport {
  report: Report;
  /** The versions of the text that are worth keeping whole, made by the report's own steps; the first and the last among them. */
  texts: readonly KeptText[];
}

/**
 * Reads Stet's own JSON. Nothing in it is taken on trust: every field has its shape, every string can be kept and every address is
 * one of the web; the steps make the text; each place holds the words that it says it does; each part names parts that are there.
 * What can be computed from the rest (progress, repeats) is not read. Whether the SHA-256 is that of the text is left to
 * whoever can compute one.
 *
 * Throws `too-large`, `report-not-stet`, `report-version-unknown`, `report-field` with the path of what has no such shape,
 * `report-inconsistent` with what does not fit the rest, and `too-many-words`.
 */
export function readReportJson(text: string): BroughtReport {
  if (text.length > REPORT_LENGTH) throw new Problem('too-large', { limit: '64 MB' });
  const json = parsed(text);
  refuseForeign(json);
  refuseUnkeepable(json);
  const read = ReportFile.safeParse(json);
  if (!read.success) throw new Problem('report-field', { path: pathOf(read.error) });
  const report = read.data;
  const { texts, doc } = replay(report);
  refuseMisfits(report, doc);
  return { report, texts };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new Problem('report-not-stet');
  }
}

function refuseForeign(json: unknown): void {
  const { format, formatVersion } = (json ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format !== 'stet') throw new Problem('report-not-stet');
  if (formatVersion !== JSON_FORMAT)
    throw new Problem('report-version-unknown', { version: String(formatVersion).slice(0, 20), known: JSON_FORMAT });
}

/** A text nested as deep as it may be is less than half as deep in JSON, steps and all. */
const DEEPEST = 300;

/** Refuses what is nested too deep to be read, and every character that cannot be kept; a step's are found in what it makes. */
function refuseUnkeepable(value: unknown, depth = 0, inStep = false): void {
  if (typeof value === 'string') {
    if (!inStep && forbiddenCharacter(value) !== -1) throw misfit('character');
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (depth > DEEPEST) throw misfit('depth');
  for (const [key, part] of Object.entries(value)) {
    if (forbiddenCharacter(key) !== -1) throw misfit('character');
    refuseUnkeepable(part, depth + 1, inStep || key === 'step');
  }
}

function pathOf(error: z.ZodError): string {
  return error.issues[0]!.path.map(String).join('.').slice(0, 200) || '.';
}
