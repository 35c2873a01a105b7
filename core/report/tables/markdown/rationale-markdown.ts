import { type RationaleInline, type RationaleNode, rationaleTree } from '@/core/claim/rationale';
import { markdownAddress, markdownText } from './markdown-text';

/**
 * A rationale as Markdown that can stand inside a document: it holds only what `rationaleTree` found, written so that it neither
 * ends early nor reaches beyond itself (an open fence, a heading, the address of a link that others refer to). One whose markup
 * cannot be written again without a doubt is given as the words that were typed, signs and all.
 */
export function rationaleMarkdown(markdown: string): string {
  const tree = rationaleTree(markdown);
  const written = blocks(tree);
  // Whether an asterisk begins or ends something depends on all that is about it: reading it back is the one proof.
  return alike(rationaleTree(written), tree) ? written : plain(markdown);
}

function plain(markdown: string): string {
  return markdown
    .split(/\n\s*\n/)
    .filter((words) => words.trim() !== '')
    .map((words) => markdownText(words.trim()))
    .join('\n\n');
}

function blocks(nodes: readonly RationaleNode[]): string {
  return nodes.map(block).join('\n\n');
}

function block(node: RationaleNode): string {
  switch (node.kind) {
    case 'paragraph':
      return node.children.map(inline).join('').split('\n').map(opening).join('\n');
    case 'quote':
      return indented(blocks(node.children), '> ', '> ');
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longestRun(node.text) + 1));
      return `${fence}\n${node.text}\n${fence}`;
    }
    case 'list':
      return node.items
        .map((item, index) => {
          const marker = node.ordered ? `${node.start + index}. ` : '- ';
          return indented(blocks(item), marker, ' '.repeat(marker.length));
        })
        .join('\n');
  }
}

function inline(node: RationaleInline): string {
  switch (node.kind) {
    case 'text':
      return inner(node.text);
    case 'emphasis':
      return `*${node.children.map(inline).join('')}*`;
    case 'strong':
      return `**${node.children.map(inline).join('')}**`;
    case 'code': {
      const ticks = '`'.repeat(longestRun(node.text) + 1);
      const space = /^`|`$|^ .* $/s.test(node.text) ? ' ' : '';
      return `${ticks}${space}${node.text}${space}${ticks}`;
    }
    case 'link':
      return `[${node.children.map(inline).join('')}](${markdownAddress(node.href)})`;
    case 'break':
      return '\\\n';
  }
}

/** Words inside a line: their spaces at the ends are between them and what stands beside them. */
function inner(words: string): string {
  const trimmed = words.trim();
  if (trimmed === '') return words;
  const at = words.indexOf(trimmed);
  return words.slice(0, at) + markdownText(trimmed) + words.slice(at + trimmed.length);
}

/** A line whose first sign would begin a block is kept a line. Words that begin with one bring their backslash along. */
function opening(line: string): string {
  return line.replace(/^(\s*)([#>+\-=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? others.trimEnd() : others) + line)
    .join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Whether two trees say the same. Words that were cut in two where one of them had a sign are the same words. */
function alike(one: readonly RationaleNode[], other: readonly RationaleNode[]): boolean {
  return JSON.stringify(one, joined) === JSON.stringify(other, joined);
}

function joined(_key: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const parts: unknown[] = [];
  for (const part of value) {
    const last = parts.at(-1);
    if (isText(part) && isText(last)) parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}

function isText(value: unknown): value is { kind: 'text'; text: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text';
}
