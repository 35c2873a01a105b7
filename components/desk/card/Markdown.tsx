import { Fragment, type ReactNode, useMemo } from 'react';
import { joined, mentionsIn, type Nameable } from '@/core/claim/mentions';
import { type RationaleInline, type RationaleNode, rationaleTree } from '@/core/claim/rationale';

const nobody: readonly Nameable[] = [];

/** A rationale or a comment as it reads, with the people whom it names marked. Nothing of the text can act: the tree holds words and web links only. */
export function Markdown({ text, named = nobody }: { text: string; named?: readonly Nameable[] }) {
  const tree = useMemo(() => rationaleTree(text), [text]);
  return (
    <div className="markdown" dir="auto">
      {tree.map((node, index) => block(node, index, named))}
    </div>
  );
}

// The tree is made anew from the text each time, so a node's place is its identity.
function block(node: RationaleNode, index: number, named: readonly Nameable[]): ReactNode {
  switch (node.kind) {
    case 'paragraph':
      return <p key={index}>{inlines(node.children, named)}</p>;
    case 'quote':
      return <blockquote key={index}>{node.children.map((one, at) => block(one, at, named))}</blockquote>;
    case 'code':
      return (
        <pre key={index}>
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      const items = node.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity
        <li key={at}>{item.map((one, place) => block(one, place, named))}</li>
      ));
      return node.ordered ? (
        <ol key={index} start={node.start}>
          {items}
        </ol>
      ) : (
        <ul key={index}>{items}</ul>
      );
    }
  }
}

function inlines(nodes: readonly RationaleInline[], named: readonly Nameable[]): ReactNode {
  return joined(nodes).map((node, index) => inline(node, index, named));
}

function inline(node: RationaleInline, index: number, named: readonly Nameable[]): ReactNode {
  switch (node.kind) {
    case 'text':
      return <Fragment key={index}>{withNames(node.text, named)}</Fragment>;
    case 'emphasis':
      return <em key={index}>{inlines(node.children, named)}</em>;
    case 'strong':
      return <strong key={index}>{inlines(node.children, named)}</strong>;
    case 'code':
      return <code key={index}>{node.text}</code>;
    case 'break':
      return <br key={index} />;
    case 'link':
      return (
        <a key={index} className="link" href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {inlines(node.children, named)}
        </a>
      );
  }
}

function withNames(text: string, named: readonly Nameable[]): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of mentionsIn(text, named)) {
    parts.push(
      text.slice(from, start),
      <span key={start} className="mention">
        {text.slice(start, end)}
      </span>,
    );
    from = end;
  }
  return [...parts, text.slice(from)];
}
