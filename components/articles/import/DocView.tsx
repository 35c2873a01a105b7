'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { blocksOf, drawAll, type Place } from '@/components/typeset/typeset';
import { Button } from '@/components/ui/Button';

/** How many blocks are drawn before the rest is asked for: enough to see what came, little enough to open at once. */
const BLOCKS = 300;

/** A draft's text, typeset to be looked at. */
export function DocView({
  title,
  doc,
  language,
  places = [],
}: {
  title: string;
  doc: Readonly<Record<string, unknown>>;
  language: string;
  /** Passages that are marked, by ProseMirror positions of `doc`. */
  places?: readonly Place[];
}) {
  const words = useTranslations('articles.preview');
  const [all, setAll] = useState(false);
  const blocks = blocksOf(doc);
  const rest = blocks.length - BLOCKS;
  return (
    <div className="typeset" lang={language} dir="auto">
      <p className="typeset__title" dir="auto">
        {title}
      </p>
      {drawAll(all ? blocks : blocks.slice(0, BLOCKS), 0, '', {
        places,
        mark: (_, words, { from }) => <mark key={from}>{words}</mark>,
        image: (alt) => (alt ? words('image', { alt }) : words('image-bare')),
        heading: (level) => Math.max(3, level + 1),
      })}
      {!all && rest > 0 && (
        <p className="typeset__rest">
          <Button onClick={() => setAll(true)}>{words('rest', { count: rest })}</Button>
        </p>
      )}
    </div>
  );
}
