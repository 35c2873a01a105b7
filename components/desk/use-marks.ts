'use client';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ClaimMark } from '@/components/editor/ArticleView';
import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import { type Placed, placesOf } from './places';
import { useDesk } from './state/use-desk';
import { useView } from './view';
import { visibleClaims } from './visible';

interface Made {
  judged: Verdict | null;
  number: number;
  faded: boolean;
  marks: readonly ClaimMark[];
}

/** Every place of every claim as the article draws it. Claims that the filters keep out are there, faded. */
export function useMarks(): readonly ClaimMark[] {
  const words = useTranslations('desk');
  const claims = useDesk((desk) => desk.claims);
  const numberOf = useDesk((desk) => desk.numberOf);
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const me = useDesk((desk) => desk.me);
  const filter = useView((view) => view.filter);
  const verdict = useView((view) => view.verdict);
  const made = useRef(new WeakMap<Claim, Made>());
  const labels = useRef(new Map<string, string>());
  const last = useRef<readonly ClaimMark[]>([]);
  return useMemo(() => {
    const byKey = new Map(verdicts.map((one) => [one.key, one]));
    const visible = new Set(visibleClaims({ claims, me }, { filter, verdict }));
    const marks = claims.flatMap((claim) => {
      const judged = byKey.get(claim.verdict ?? '') ?? null;
      const number = numberOf.get(claim.id) ?? 0;
      const faded = !visible.has(claim);
      const known = made.current.get(claim);
      if (known && known.judged === judged && known.number === number && known.faded === faded) return known.marks;
      // A claim that only moved is told as before, and telling costs more than all else here.
      const key = `${number} ${judged?.label ?? ''}`;
      const label = labels.current.get(key) ?? words('mark', { number, verdict: judged?.label ?? words('no-verdict') });
      labels.current.set(key, label);
      const marks = placesOf(claim).map((place): ClaimMark => markOf(claim, place, { judged, number, faded, label }));
      made.current.set(claim, { judged, number, faded, marks });
      return marks;
    });
    // A word typed into a reason makes a new claim and the same marks: the article is not drawn anew for it.
    if (!sameMarks(last.current, marks)) last.current = marks;
    return last.current;
  }, [claims, numberOf, verdicts, me, filter, verdict, words]);
}

function markOf(
  claim: Claim,
  place: Placed,
  { judged, number, faded, label }: Omit<Made, 'marks'> & { label: string },
) {
  return {
    claimId: claim.id,
    anchorId: place.id,
    number,
    from: place.from,
    to: place.to,
    colour: judged?.colour ?? null,
    pattern: judged?.pattern ?? null,
    label,
    stale: place.state === 'changed',
    correction: claim.correction,
    details: `claim-note-${claim.id}`,
    faded,
  };
}

function sameMarks(before: readonly ClaimMark[], now: readonly ClaimMark[]): boolean {
  if (before.length !== now.length) return false;
  return now.every((mark, index) => {
    const other = before[index]!;
    if (other === mark) return true;
    return (Object.keys(mark) as (keyof ClaimMark)[]).every((key) => mark[key] === other[key]);
  });
}
