import { ProblemAnswer } from '@/components/interface/call';
import { sources } from '@/components/interface/operations';
import type { PatchSource, Source } from '@/core/source/source';
import type { DetailField } from '@/core/source/vocabulary';

/** A source with each detail as a field of its own, so that each saves itself. */
export type SourceFields = Source & { [F in DetailField as `details.${F}`]?: string | boolean | null };

const PREFIX = 'details.';

export function fieldsOf(source: Source): SourceFields {
  const details = Object.entries(source.details ?? {}).map(([field, value]) => [PREFIX + field, value]);
  return { ...source, ...Object.fromEntries(details) };
}

/** Sends what changed, details in their own part. Throws what `call` throws, a conflict with the record as fields. */
export async function changeFields(id: string, revision: number, patch: Partial<SourceFields>): Promise<SourceFields> {
  const said = Object.entries(patch);
  const details = said.filter(([field]) => field.startsWith(PREFIX));
  const body = {
    ...Object.fromEntries(said.filter(([field]) => !field.startsWith(PREFIX))),
    ...(details.length > 0 && {
      details: Object.fromEntries(details.map(([field, value]) => [field.slice(PREFIX.length), value])),
    }),
  } as PatchSource;
  try {
    return fieldsOf(await sources.change(id, revision, body));
  } catch (error) {
    if (!(error instanceof ProblemAnswer) || !error.current) throw error;
    const { status, code, message, errors, current, problem, retryAfter } = error;
    throw new ProblemAnswer(status, code, message, errors, fieldsOf(current as Source), problem, retryAfter);
  }
}
