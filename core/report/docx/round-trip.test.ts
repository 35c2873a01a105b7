import fc from 'fast-check';
import { Mark, type Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { article, character } from '@/core/anchor/generated-article';
import { fromDocx } from '@/core/article/import/docx/from-docx';
import { Tally } from '@/core/article/import/dropped';
import { articleSchema } from '@/core/article/schema';
import { type ArticleText, articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import { severities } from '@/core/claim/vocabulary';
import { stances } from '@/core/source/vocabulary';
import { buildReport, type Report } from '../report';
import { standingPlaces } from '../standing-places';
import { AT, anchorOf, citationOf, claimOf, commentOf, materialOf, sourceOf } from '../tables/made-report';
import { reportDocx } from './report-docx';
import { readWords } from './testing/read-words';

/** Any articles, with any claims on any of their words, in any of their styles. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const span = fc.tuple(share, share);
const words = fc.array(character, { maxLength: 6 }).map((parts) => parts.join(''));
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const said = fc.record({
  spans: fc.array(span, { minLength: 1, maxLength: 3 }),
  verdict: fc.constantFrom('true', 'false', null),
  rationale: fc.option(lines),
  correction: fc.option(lines),
  severity: fc.constantFrom(...severities, null),
  attributedTo: fc.option(words),
  quotes: fc.array(
    fc.record({
      title: lines.map((more) => `Ledger ${more}`),
      quote: fc.option(lines),
      stance: fc.constantFrom(...stances),
    }),
    {
      maxLength: 2,
    },
  ),
  threads: fc.array(fc.tuple(lines, fc.array(lines, { maxLength: 2 }), fc.boolean()), { maxLength: 2 }),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;
const styles = fc.array(
  fc.tuple(span, fc.constantFrom('strong', 'emphasis', 'strike', 'superscript', 'code', 'link')),
  { maxLength: 4 },
);

/** The offsets between which a span of a text lies; no character of two units is cut in two. */
function within(text: ArticleText, [one, other]: [number, number]): [start: number, end: number] {
  const [a, b] = [one, other].map((at) => text.offsetOfPoints(Math.round(at * text.points)));
  return [Math.min(a!, b!), Math.max(a!, b!)];
}

function styled(doc: Node, wanted: readonly [[number, number], string][]): Node {
  const text = articleText(doc);
  const edit = new Transform(doc);
  for (const [at, name] of wanted) {
    const [start, end] = within(text, at);
    const mark = articleSchema.marks[name as 'link']!.create(name === 'link' ? { href: 'https://example.org/' } : null);
    if (start < end) edit.addMark(text.positionAt(start), text.positionAt(end), mark);
  }
  return edit.doc;
}

function claimed(number: number, about: Said, text: ArticleText): Claim[] {
  const anchors = about.spans.flatMap((at, nth) => {
    const [start, end] = within(text, at);
    if (start === end) return [];
    return [
      anchorOf(`${number}-${nth}`, text.positionAt(start), text.text.slice(start, end), { to: text.positionAt(end) }),
    ];
  });
  if (anchors.length === 0) return [];
  let second = 0;
  const next = () => new Date(Date.parse(AT) + 1000 * second++).toISOString();
  const { spans: _, quotes, threads, ...fields } = about;
  const citations = quotes.map(({ title, quote, stance }, nth) => {
    const url = `https://example.org/${number}/${nth}`;
    return citationOf(`${number}-${nth}`, sourceOf(`${number}-${nth}`, { title, url }), { quote, stance });
  });
  const firsts = threads.map(([body, , resolved], nth) =>
    commentOf(`${number}-${nth}`, body, { createdAt: next(), resolvedAt: resolved ? AT : null }),
  );
  const replies = threads.flatMap(([, bodies], nth) =>
    bodies.map((body, at) =>
      commentOf(`${number}-${nth}-${at}`, body, {
        parentId: `${number}-${nth}`,
        createdBy: 'tomas',
        createdAt: next(),
      }),
    ),
  );
  return [claimOf(`claim-${number}`, anchors, { ...fields, citations, comments: [...firsts, ...replies] })];
}

const reported = fc.tuple(article, styles, fc.array(said, { maxLength: 4 })).map(([plain, wanted, about]) => {
  const doc = styled(plain, wanted);
  const text = articleText(doc);
  const claims = about.flatMap((one, number) => claimed(number, one, text));
  return { doc, text, report: buildReport(materialOf([], claims, { doc: doc.toJSON() }), 'internal') };
});

/** The text with its corrections made as the report says that they are: in reading order, none in the words of one before. */
function corrected({ text }: ArticleText, { claims }: Report, at: ArticleText): string {
  const proposed = claims
    .filter(({ correction }) => correction !== null)
    .flatMap((claim) => standingPlaces(claim).map((place) => ({ ...place, wording: claim.correction! })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let made = '';
  let done = 0;
  for (const { from, to, wording } of proposed) {
    const [start, end] = [at.offsetAt(from), at.offsetAt(to)];
    const isWithin = at.blockAtPosition(from) === at.blockAtPosition(to);
    if (start < done || !isWithin || wording === text.slice(start, end)) continue;
    made += text.slice(done, start) + wording;
    done = end;
  }
  return made + text.slice(done);
}

const runs = { numRuns: 150 };

describe('a report as a Word document', () => {
  it('has every place’s words between the marks of its comment, to the character', () => {
    fc.assert(
      fc.property(reported, ({ text, report }) => {
        const read = readWords(reportDocx(report), 'rejected');
        expect(read.text).toBe(text.text);
        let id = 0;
        for (const claim of report.claims) {
          const [first, ...others] = standingPlaces(claim);
          for (let reply = 0; reply <= claim.comments.length; reply++)
            expect(read.comments.get(id++)).toBe(first!.current);
          for (const place of others) expect(read.comments.get(id++)).toBe(place.current);
        }
      }),
      runs,
    );
  });

  it('reads as corrected when its changes are accepted', () => {
    fc.assert(
      fc.property(reported, ({ text, report }) => {
        expect(readWords(reportDocx(report), 'accepted').text).toBe(corrected(text, report, text));
      }),
      runs,
    );
  });

  it('comes back as the same claims on the same words', () => {
    fc.assert(
      fc.property(reported, ({ doc, text, report }) => {
        const found = fromDocx(reportDocx(report), new Tally(), 'accepted');
        expect(articleText(found.doc).text).toBe(text.text);
        expect(marksOf(found.doc)).toEqual(marksOf(doc));
        const back = articleText(found.doc);
        const told = found.remarks.map((remark) => ({
          ...remark,
          places: inOrder(remark.places, back),
        }));
        expect(told).toEqual(report.claims.map((claim) => expected(claim, text)));
      }),
      runs,
    );
  });
});

/** The words of each style, without their places. */
function marksOf(doc: Node): string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (node.isText && !Mark.sameSet(node.marks, Mark.none))
      found.push(`${node.marks.map(({ type }) => type.name).join(' ')}: ${node.text}`);
  });
  return found;
}

/** Places as offsets, the shorter first of those that begin together. */
function inOrder(places: readonly { from: number; to: number }[], text: ArticleText): [number, number][] {
  return places
    .map(({ from, to }): [number, number] => [text.offsetAt(from, 1), text.offsetAt(to, -1)])
    .sort(([a, b], [c, d]) => a - c || b - d);
}

function expected(claim: Claim, text: ArticleText): object {
  const { verdict, rationale, correction, severity, attributedTo } = claim;
  const labels: Record<string, string> = { true: 'True', false: 'False' };
  const comment = ({ author, createdBy, createdAt, body }: Claim['comments'][number]) => ({
    author: author ?? (createdBy === 'maya' ? 'Maya Osei' : 'Tomás Rey'),
    at: createdAt,
    body,
  });
  return {
    places: inOrder(standingPlaces(claim), text),
    verdict: verdict && labels[verdict],
    rationale,
    correction,
    severity,
    attributedTo,
    sources: claim.citations.map(({ source, stance, quote, locator, accessedAt }) => ({
      url: source.url,
      title: source.title,
      publisher: source.publisher,
      stance,
      quote,
      locator,
      consulted: accessedAt,
    })),
    threads: claim.comments
      .filter(({ parentId }) => parentId === null)
      .map((first) => ({
        resolved: first.resolvedAt !== null,
        comments: [first, ...claim.comments.filter(({ parentId }) => parentId === first.id)].map(comment),
      })),
  };
}
