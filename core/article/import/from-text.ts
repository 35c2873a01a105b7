import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';

const { nodes } = articleSchema;

/**
 * The article of a plain text whose characters are all allowed and whose line ends are `\n`.
 *
 * Where the text has blank lines they separate its blocks, and a single line end inside a block is a hard break; where it
 * has none, every line is a block. Empty lines at the very beginning and end separate nothing and go. A line of nothing but
 * spaces is a blank line too, but its characters are kept, as a block of its own: the plain text of the article is this
 * text, character for character, with runs of line ends as one.
 */
export function fromText(text: string): Node {
  const lines = text.replace(/^\n+|\n+$/g, '').split('\n');
  if (!lines.some(isBlank))
    return nodes.doc.create(
      null,
      lines.map((line) => paragraph([line])),
    );
  const blocks: Node[] = [];
  let gathered: string[] = [];
  const close = () => {
    if (gathered.length > 0) blocks.push(paragraph(gathered));
    gathered = [];
  };
  for (const line of lines) {
    if (!isBlank(line)) gathered.push(line);
    else {
      close();
      if (line !== '') blocks.push(paragraph([line]));
    }
  }
  close();
  return nodes.doc.create(null, blocks);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

function paragraph(lines: readonly string[]): Node {
  const inline: Node[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) inline.push(nodes.hard_break.create());
    if (line !== '') inline.push(articleSchema.text(line));
  }
  return nodes.paragraph.create(null, inline);
}
