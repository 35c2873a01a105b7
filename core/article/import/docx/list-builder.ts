import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import type { ListItem } from './numbering';

const { nodes } = articleSchema;

export interface BuiltItem extends ListItem {
  readonly content: Node[];
  /** More of the last item at this depth. */
  readonly goesOn: boolean;
}

/** Nested lists out of items that know their depth. A list ends where another one, or the other kind, goes on at its depth. */
export function listsOf(items: readonly BuiltItem[]): Node[] {
  const level = items.reduce((least, item) => Math.min(least, item.level), Number.POSITIVE_INFINITY);
  const lists: { readonly first: BuiltItem; readonly contents: Node[][] }[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    if (item.level > level) {
      let end = index + 1;
      while (end < items.length && items[end]!.level > level) end++;
      const inner = listsOf(items.slice(index, end));
      const above = lists.at(-1)?.contents.at(-1);
      if (above) above.push(...inner);
      else lists.push({ first: { ...item, ordered: false, list: '' }, contents: [inner] });
      index = end;
      continue;
    }
    const last = lists.at(-1);
    if (last && item.goesOn) last.contents.at(-1)!.push(...item.content);
    else if (last && last.first.ordered === item.ordered && last.first.list === item.list)
      last.contents.push([...item.content]);
    else lists.push({ first: item, contents: [[...item.content]] });
    index++;
  }
  return lists.map(({ first, contents }) => {
    const children = contents.map((content) => nodes.list_item.create(null, content));
    return first.ordered
      ? nodes.ordered_list.create({ start: first.number }, children)
      : nodes.bullet_list.create(null, children);
  });
}
