import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { article } from '@/core/anchor/generated-article';
import { mapThrough } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Placement, Placements } from '@/core/anchor/placement';
import { quoteOf } from '@/core/anchor/quote';
import { drawnIn } from '@/core/anchor/range';
import type { ArticleWithDoc } from '@/core/article/article';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim } from '@/core/claim/claim';
import { unjudged } from '@/core/claim/life';
import type { Entry } from './entry';
import { openKnown } from './known';
import { type Ledger, openLedger } from './ledger';
import type { TextTold } from './text';

/** Texts, anchors and edits for tests of how the desk follows the text. */

const AT = '2026-01-01T00:00:00.000Z';

/** An anchor on words of a document that stand there once. */
export function anchorIn(doc: Node, id: string, words: string): Anchor {
  const text = articleText(doc);
  const at = text.text.indexOf(words);
  return anchorAt(doc, id, text.positionAt(at), text.positionAt(at + words.length, -1));
}

/** An anchor as the server gives one that was judged on what stands there. */
export function anchorAt(doc: Node, id: string, from: number, to: number): Anchor {
  return placeAnchor(doc, { id, from, to, ...quoteOf(doc, from, to) });
}

export function claimOf(id: string, anchors: readonly Anchor[], fields: Partial<Claim> = {}): Claim {
  return {
    id,
    articleId: 'article',
    revision: 1,
    version: 0,
    anchors: [...anchors],
    ...unjudged,
    createdBy: 'jun',
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
    closed: null,
    citations: [],
    comments: [],
    check: null,
    repeats: [],
    ...fields,
  };
}

export function anArticleOf(doc: Node, version = 0): ArticleWithDoc {
  return {
    id: 'article',
    revision: 1,
    version,
    title: 'A golf bag in Tokyo',
    language: 'en',
    scale: 'five-point',
    status: 'checking',
    deadline: null,
    assigneeId: null,
    access: { kind: 'newsroom' },
    origin: null,
    byline: null,
    publisher: null,
    publishedAt: null,
    url: null,
    newsroom: null,
    createdBy: 'jun',
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
    signedOff: null,
    changedSinceSignOff: false,
    looks: [],
    progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
    doc: doc.toJSON(),
  };
}

/** A new anchor that waits to be sent. */
export function anchorAdded(anchor: Anchor, version = 0, id = `add ${anchor.id}`): Entry {
  const body = { from: anchor.from, to: anchor.to, version };
  return {
    id,
    seq: 1,
    articleId: 'article',
    personId: 'me',
    kind: 'anchor.added',
    recordKind: 'claim',
    recordId: 'c',
    claimId: 'c',
    field: 'anchors',
    method: 'POST',
    path: '/api/claims/c/anchors',
    body,
    value: body,
    base: null,
    baseRevision: 1,
    shown: { anchor },
    at: AT,
    stamp: 'stamp',
    sent: [],
    failures: 0,
    refused: null,
  };
}

/** A desk that was opened with a text and claims, where new anchors wait. */
export function ledgerOf(doc: Node, claims: readonly Claim[], waiting: readonly Anchor[] = []): Ledger {
  const entries = waiting.map((anchor) => anchorAdded({ ...anchor, id: `provisional-${anchor.id}` }));
  return { ...openLedger(openKnown(anArticleOf(doc), claims)), entries };
}

/** Edits as the server tells them. */
export function toldBy(
  edit: { readonly steps: readonly Step[] },
  since: number,
  reanchored: readonly Placements[] = [],
): TextTold {
  return {
    since,
    version: since + edit.steps.length,
    steps: edit.steps.map((step) => step.toJSON()),
    clientIds: edit.steps.map((_, at) => (at % 3 === 0 ? 'jun' : 'ines')),
    reanchored,
  };
}

/** From where, and how many of the edits, a part of them is told. */
export const cut = fc.tuple(fc.nat(8), fc.nat(5));

export interface Written {
  readonly before: Node;
  readonly anchors: readonly Anchor[];
  readonly edit: Transform;
  readonly came: TextTold;
  /** What a version placed. */
  placed(version: number): readonly Placement[];
}

const edits = fc.array(
  fc.record({
    how: fc.constantFrom('insert', 'insert', 'delete', 'replace', 'split', 'join', 'mark'),
    at: fc.nat(200),
    span: fc.nat(15),
    /** Where this edit places an anchor, if it does. */
    placing: fc.option(fc.record({ anchor: fc.nat(6), at: fc.nat(200), span: fc.nat(12) }), { freq: 4 }),
  }),
  { maxLength: 8 },
);

/** An article, anchors in it, and edits of it, some of which place anchors. */
export const written: fc.Arbitrary<Written> = fc
  .tuple(article, fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }), edits)
  .map(([before, spans, wanted]) => {
    const range = (doc: Node, at: number, length: number) => {
      const from = at % doc.content.size;
      return drawnIn(articleText(doc), from, Math.min(doc.content.size, from + length));
    };
    const anchors = spans.flatMap(([at, length], index) => {
      const drawn = range(before, at, length);
      return drawn ? [anchorAt(before, `a${index}`, drawn.from, drawn.to)] : [];
    });
    const edit = new Transform(before);
    const placements = new Map<number, Placement[]>();
    for (const { placing, ...one } of wanted) {
      if (!applied(edit, one)) continue;
      const chosen = placing && anchors[placing.anchor];
      const drawn = placing && range(edit.doc, placing.at, placing.span);
      if (chosen)
        placements.set(edit.steps.length, [{ id: chosen.id, from: drawn?.from ?? null, to: drawn?.to ?? null }]);
    }
    const reanchored = [...placements].map(([version, anchors]) => ({ version, anchors }));
    return {
      before,
      anchors,
      edit,
      came: toldBy(edit, 0, reanchored),
      placed: (version) => placements.get(version) ?? [],
    };
  });

/** Makes an edit where it fits. Whether it made a step. */
function applied(edit: Transform, { how, at, span }: { how: string; at: number; span: number }): boolean {
  const { schema } = edit.doc.type;
  const { length } = edit.steps;
  const from = at % edit.doc.content.size;
  const to = Math.min(edit.doc.content.size, from + span);
  try {
    if (how === 'insert') edit.insert(from, schema.text('x'));
    else if (how === 'delete') edit.delete(from, to);
    else if (how === 'replace') edit.replaceWith(from, to, schema.text('two words'));
    else if (how === 'split') edit.split(from);
    else if (how === 'join') edit.join(from);
    else edit.addMark(from, to, schema.marks.strong!.create());
  } catch {
    // Not every edit fits everywhere.
  }
  return edit.steps.length > length;
}

/** Where anchors stand after the steps of a transform from an index on, by their maps alone. */
export function mappedOn(anchors: readonly Anchor[], edit: Transform, since: number): Anchor[] {
  const mapped = mapThrough(anchors, edit.steps.slice(since), edit.docs[since] ?? edit.doc);
  return mapped.map(({ from, to }, at) => placeAnchor(edit.doc, { ...anchors[at]!, from, to }));
}
