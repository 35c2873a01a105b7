import { describe, expect, it } from 'vitest';
import { articleSchema } from './schema';
import { sentencesOf } from './sentences';
import { articleText } from './text';

const { nodes } = articleSchema;
const paragraph = (text: string) => nodes.paragraph.create(null, text ? articleSchema.text(text) : []);

describe('sentencesOf', () => {
  const cell = nodes.table_cell.create(null, paragraph('No stop here'));
  const doc = nodes.doc.create(null, [
    nodes.heading.create(null, articleSchema.text('A bridge closes')),
    paragraph(''),
    nodes.horizontal_rule.create(),
    paragraph(' 😀 It opened in May.  It closed in June. '),
    nodes.table.create(null, nodes.table_row.create(null, cell)),
  ]);

  it('places every sentence in the document and in its plain text, never over a block’s edge', () => {
    const { text } = articleText(doc);
    const sentences = sentencesOf(doc, 'en');
    expect(sentences.map(({ exact, block }) => [exact, block])).toEqual([
      ['A bridge closes', 0],
      ['😀 It opened in May.', 2],
      ['It closed in June.', 2],
      ['No stop here', 3],
    ]);
    for (const { from, to, start, end, exact } of sentences) {
      expect(text.slice(start, end)).toBe(exact);
      expect(doc.textBetween(from, to)).toBe(exact);
    }
  });

  it('is remembered for a document and a language', () => {
    expect(sentencesOf(doc, 'en')).toBe(sentencesOf(doc, 'en'));
    expect(sentencesOf(doc, 'de').map(({ exact }) => exact)).toHaveLength(4);
  });
});
