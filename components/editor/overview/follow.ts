import type { ArticleHandle } from '../article-handle';
import type { Strip } from './strip';

/**
 * Where a height of the article's scroller lies in the strip and back: the strip's lines are estimated, so it goes by the block
 * and the part of it.
 */
export function stripHeightOf(strip: Strip, article: ArticleHandle, y: number): number {
  const index = firstWhere(strip.tops.length, (block) => (article.blockBox(block)?.bottom ?? 0) > y);
  // The article is a moment ahead of the strip while it is written in, and may have more blocks.
  const box = index < strip.tops.length ? article.blockBox(index) : null;
  if (!box) return strip.bottoms.at(-1) ?? 0;
  const part = Math.min(1, Math.max(0, (y - box.top) / (box.bottom - box.top || 1)));
  return strip.tops[index]! + part * (strip.bottoms[index]! - strip.tops[index]!);
}

export function articleHeightOf(strip: Strip, article: ArticleHandle, y: number): number {
  const index = Math.min(
    strip.tops.length - 1,
    firstWhere(strip.tops.length, (block) => strip.bottoms[block]! > y),
  );
  const box = article.blockBox(index);
  if (!box) return 0;
  const height = strip.bottoms[index]! - strip.tops[index]! || 1;
  const part = Math.min(1, Math.max(0, (y - strip.tops[index]!) / height));
  return box.top + part * (box.bottom - box.top);
}

function firstWhere(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
