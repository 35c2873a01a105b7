import { z } from 'zod';
import { severities } from '@/core/claim/vocabulary';
import { isWebAddress } from '@/core/record';
import { stances } from '@/core/source/vocabulary';

/**
 * What came with a text about certain words of it: a comment of its writer's in Word, a note with an address, an annotation of
 * another tool. Bringing the article in makes a claim of each, on exactly these words.
 */
export const Remark = z.object({
  /** ProseMirror positions in the imported `doc`, in reading order; at least one. */
  places: z.array(z.object({ from: z.number().int(), to: z.number().int() })).min(1),
  /** What was said, one thread after the other, each opening comment followed by its replies; empty for a bare note. */
  threads: z.array(
    z.object({
      resolved: z.boolean(),
      comments: z
        .array(
          z.object({
            /** The name that the document gives; empty where it gives none. */
            author: z.string(),
            /** ISO 8601 in UTC with `Z`; null where the document does not say. */
            at: z.string().nullable(),
            /** Markdown. */
            body: z.string(),
          }),
        )
        .min(1),
    }),
  ),
  /** What it points to. `consulted` is null for an address that nobody has looked at yet. */
  sources: z.array(
    z.object({
      url: z.string().refine(isWebAddress).nullable(),
      title: z.string(),
      publisher: z.string().nullable().default(null),
      stance: z.enum(stances),
      quote: z.string().nullable(),
      locator: z.string().nullable(),
      consulted: z.string().nullable(),
    }),
  ),
  /** A verdict's label or key as the document gives it: the article's scale may not know it. */
  verdict: z.string().nullable(),
  rationale: z.string().nullable(),
  correction: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  attributedTo: z.string().nullable(),
});
export type Remark = z.infer<typeof Remark>;

/** A remark that says nothing yet of its words. */
export function bareRemark(places: Remark['places']): Remark {
  return {
    places,
    threads: [],
    sources: [],
    verdict: null,
    rationale: null,
    correction: null,
    severity: null,
    attributedTo: null,
  };
}

/** How tracked changes of a document are taken: as their author meant them, or as if they had never been made. */
export const trackedChanges = ['accepted', 'original'] as const;
export type TrackedChanges = (typeof trackedChanges)[number];
