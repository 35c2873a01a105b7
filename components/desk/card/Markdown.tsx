import { type ReactNode, useMemo } from 'react';
import { type RationaleInline, type RationaleNode, rationaleTree } from '@/core/claim/rationale';

/** A rationale as it reads. Nothing of the text can act: the tree holds words and web links only. */
export function Markdown({ text }: { text: string }) {
  const tree = useMemo(() => rationaleTree(text), [text]);
  return (
    <div className="markdown" dir="auto">
      {tree.map(block)}
    </div>
  );
}

// The tree is made anew from the text each time, so a node's place is its identity.
function block(node: RationaleNode, index: number): ReactNode {
  switch (node.kind) {
    case 'paragraph':
      return <p key={index}>{node.children.map(inline)}</p>;
    case 'quote':
      return <blockquote key={index}>{node.children.map(block)}</blockquote>;
    case 'code':
      return (
        <pre key={index}>
          <code>{node.text}</code>
        </pre>
      );
    case 'list': {
      const items = node.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item has no other identity
        <li key={at}>{item.map(block)}</li>
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

function inline(node: RationaleInline, index: number): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
      return <em key={index}>{node.children.map(inline)}</em>;
    case 'strong':
      return <strong key={index}>{node.children.map(inline)}</strong>;
    case 'code':
      return <code key={index}>{node.text}</code>;
    case 'break':
      return <br key={index} />;
    case 'link':
      return (
        <a key={index} className="link" href={node.href} target="_blank" rel="noopener noreferrer nofollow">
          {node.children.map(inline)}
        </a>
      );
  }
}
