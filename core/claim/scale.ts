import { z } from 'zod';
import { ClientId, Id, Revision, typed } from '@/core/record';

/**
 * The marks that verdicts choose from. A mark is a glyph, a colour and an underline pattern together, so that no two verdicts
 * of a scale differ by colour alone. Contrast of every colour on paper is at least 4.5:1 in light and dark.
 */
export const glyphs = [
  'disc-check',
  'ring-check',
  'half-disc',
  'triangle',
  'square-cross',
  'ring-question',
  'speech',
  'diamond',
  'bar',
  'quarter-disc',
  'flame',
  'pencil',
] as const;
export type Glyph = (typeof glyphs)[number];
export const colours = [
  'green',
  'olive',
  'ochre',
  'orange',
  'red',
  'slate',
  'violet',
  'teal',
  'magenta',
  'brown',
] as const;
export type Colour = (typeof colours)[number];
export const patterns = [
  'solid',
  'long-dash',
  'dash-dot',
  'wave',
  'double',
  'dots',
  'slashes',
  'short-dash',
  'thick',
  'dash-dot-dot',
] as const;
export type Pattern = (typeof patterns)[number];

/** `value` orders verdicts numerically where the scale means one; null where it does not (opinion, unverifiable). */
export const Verdict = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A key is made of small letters, digits and hyphens, like mostly-true.')
    .max(64),
  label: typed(60).trim().min(1),
  definition: typed(500),
  glyph: z.enum(glyphs),
  colour: z.enum(colours),
  pattern: z.enum(patterns),
  value: z.number().nullable(),
});
export type Verdict = z.infer<typeof Verdict>;

const verdicts = z
  .array(Verdict)
  .max(20)
  .superRefine((list, context) => {
    const seen = new Set<string>();
    const marks = new Set<string>();
    list.forEach((verdict, index) => {
      const mark = `${verdict.glyph} ${verdict.pattern}`;
      if (seen.has(verdict.key))
        context.addIssue({ code: 'custom', path: [index, 'key'], message: 'Two verdicts have this key.' });
      if (marks.has(mark))
        context.addIssue({
          code: 'custom',
          path: [index, 'glyph'],
          message: 'Two verdicts have this glyph and pattern; colour alone would tell them apart.',
        });
      seen.add(verdict.key);
      marks.add(mark);
    });
  });

export const Scale = z.object({
  id: Id,
  name: z.string(),
  revision: Revision,
  verdicts: z.array(Verdict),
  inUse: z.array(z.string()).describe('Keys that some claim has as its verdict: these cannot go.'),
});
export type Scale = z.infer<typeof Scale>;
/** A scale as verdicts are given and shown by it: which of them are in use takes a look at every claim. */
export type PlainScale = Omit<Scale, 'inUse'>;
export const CreateScale = z.strictObject({ id: ClientId.optional(), name: typed(80).trim().min(1), verdicts });
export type CreateScale = z.infer<typeof CreateScale>;
export const PatchScale = z.strictObject({ name: typed(80).trim().min(1).optional(), verdicts: verdicts.optional() });
export type PatchScale = z.infer<typeof PatchScale>;

const mark = (
  key: string,
  label: string,
  definition: string,
  glyph: Glyph,
  colour: Colour,
  pattern: Pattern,
  value: number | null,
): Verdict => ({ key, label, definition, glyph, colour, pattern, value });
const opinion = mark('opinion', 'Opinion', 'A judgement, not a checkable fact.', 'speech', 'violet', 'slashes', null);
const points = {
  true: (value: number) =>
    mark(
      'true',
      'True',
      'Sources confirm it, and nothing that matters is left out.',
      'disc-check',
      'green',
      'solid',
      value,
    ),
  mostlyTrue: (value: number) =>
    mark(
      'mostly-true',
      'Mostly true',
      'Right in the main; a detail is off or missing.',
      'ring-check',
      'olive',
      'long-dash',
      value,
    ),
  halfTrue: (value: number) =>
    mark(
      'half-true',
      'Half true',
      'Part right, part wrong, or right only in part of its context.',
      'half-disc',
      'ochre',
      'dash-dot',
      value,
    ),
  mostlyFalse: (value: number) =>
    mark(
      'mostly-false',
      'Mostly false',
      'A grain of truth that gives a wrong picture.',
      'triangle',
      'orange',
      'wave',
      value,
    ),
  false: (value: number) => mark('false', 'False', 'Sources refute it.', 'square-cross', 'red', 'double', value),
};

/** The id of the scale that a new newsroom starts with. */
export const DEFAULT_SCALE = 'five-point';

/** The scales that every newsroom starts with; an admin may change their words and marks, and make others. */
export const presetScales: readonly { id: string; name: string; verdicts: Verdict[] }[] = [
  {
    id: 'newsroom',
    name: 'Newsroom',
    verdicts: [
      mark(
        'confirmed',
        'Confirmed',
        'Checked against sources and right as it stands.',
        'disc-check',
        'green',
        'solid',
        null,
      ),
      mark(
        'needs-change',
        'Needs change',
        'Right in substance; the wording must change.',
        'triangle',
        'orange',
        'wave',
        null,
      ),
      mark('wrong', 'Wrong', 'Sources refute it; it cannot stand.', 'square-cross', 'red', 'double', null),
      mark(
        'cannot-confirm',
        'Cannot confirm',
        'No source settles it either way.',
        'ring-question',
        'slate',
        'dots',
        null,
      ),
      opinion,
    ],
  },
  {
    id: 'five-point',
    name: 'Five-point',
    verdicts: [
      points.true(5),
      points.mostlyTrue(4),
      points.halfTrue(3),
      points.mostlyFalse(2),
      points.false(1),
      mark('unverifiable', 'Unverifiable', 'Nothing settles it either way.', 'ring-question', 'slate', 'dots', null),
      opinion,
    ],
  },
  {
    id: 'six-point',
    name: 'Six-point',
    verdicts: [
      points.true(6),
      points.mostlyTrue(5),
      points.halfTrue(4),
      points.mostlyFalse(3),
      points.false(2),
      mark(
        'fabricated',
        'Fabricated',
        'Made up: false, and nothing could have led there.',
        'flame',
        'magenta',
        'thick',
        1,
      ),
    ],
  },
  { id: 'no-rating', name: 'No rating', verdicts: [] },
];
