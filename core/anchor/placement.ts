import { z } from 'zod';
import { Id } from '@/core/record';

/**
 * Where a version put an anchor otherwise than its steps map it: positions of that version, both null where it lost its place.
 * Whoever follows anchors through the steps applies these after the step that made the version.
 */
export const Placement = z.object({
  id: Id.describe('The anchor.'),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
});
export type Placement = z.infer<typeof Placement>;

/** The placements of one version. */
export const Placements = z.object({ version: z.number().int(), anchors: z.array(Placement) });
export type Placements = z.infer<typeof Placements>;

/** Where an orphan stood last: ProseMirror positions in that version of the article, and the words that stood there. */
export interface Lost {
  readonly version: number;
  readonly from: number;
  readonly to: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
