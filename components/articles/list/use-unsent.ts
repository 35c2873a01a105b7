'use client';
import { useEffect, useState } from 'react';
import { leftUnsent } from '@/components/desk/state/disk-shelf';

const nothing: ReadonlyMap<string, number> = new Map();

/** How many changes of a person wait in this browser to be sent, by article: a tab was closed before the server had them. */
export function useUnsent(personId: string): ReadonlyMap<string, number> {
  const [unsent, setUnsent] = useState(nothing);
  useEffect(() => {
    let current = true;
    const look = () => leftUnsent(personId).then((found) => current && setUnsent(found));
    look();
    window.addEventListener('focus', look);
    return () => {
      current = false;
      window.removeEventListener('focus', look);
    };
  }, [personId]);
  return unsent;
}
