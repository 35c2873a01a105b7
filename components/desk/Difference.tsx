'use client';
import { useMemo } from 'react';
import { readableDifference } from '@/core/article/word-difference';
import './difference.css';

/** How one text became another, word by word: what went is struck, what came is underlined. */
export function Difference({ first, second }: { first: string; second: string }) {
  const stretches = useMemo(() => readableDifference(first, second), [first, second]);
  return (
    <span className="difference">
      {stretches.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'first' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </span>
  );
}
