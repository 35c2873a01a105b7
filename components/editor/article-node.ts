import { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';

const nodes = new WeakMap<object, Node>();

/** The document that ProseMirror JSON describes, made once for each value; a document is given back as it is. */
export function articleNode(doc: object): Node {
  if (doc instanceof Node) return doc;
  let node = nodes.get(doc);
  if (!node) {
    node = Node.fromJSON(articleSchema, doc);
    nodes.set(doc, node);
  }
  return node;
}
