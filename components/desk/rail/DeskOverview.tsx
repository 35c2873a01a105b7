'use client';
import type { RefObject } from 'react';
import type { ArticleHandle, ClaimMark } from '@/components/editor/ArticleView';

/** Placeholder signature until the overview lands. */
export function DeskOverview(_: {
  article: RefObject<ArticleHandle | null>;
  marks: readonly ClaimMark[];
  repeated?: ReadonlyMap<number, number>;
}) {
  return null;
}
