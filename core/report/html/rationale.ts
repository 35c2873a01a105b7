import { type RationaleInline, type RationaleNode, rationaleTree } from '@/core/claim/rationale';
import { html, type Markup } from './markup';

/** A rationale's Markdown as HTML of the few kinds that `rationaleTree` knows. */
export function rationaleHtml(markdown: string): Markup {
  return blocks(rationaleTree(markdown));
}

function blocks(nodes: readonly RationaleNode[]): Markup {
  return html`${nodes.map(block)}`;
}

function block(node: RationaleNode): Markup {
  switch (node.kind) {
    case 'paragraph':
      return html`<p>${node.children.map(inline)}</p>`;
    case 'quote':
      return html`<blockquote>${blocks(node.children)}</blockquote>`;
    case 'code':
      return html`<pre><code>${node.text}</code></pre>`;
    case 'list': {
      const items = node.items.map((item) => html`<li>${blocks(item)}</li>`);
      return node.ordered ? html`<ol start="${node.start}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function inline(node: RationaleInline): Markup {
  switch (node.kind) {
    case 'text':
      return html`${node.text}`;
    case 'emphasis':
      return html`<em>${node.children.map(inline)}</em>`;
    case 'strong':
      return html`<strong>${node.children.map(inline)}</strong>`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'link':
      return html`<a href="${node.href}" rel="noopener noreferrer nofollow">${node.children.map(inline)}</a>`;
    case 'break':
      return html`<br>`;
  }
}
