'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { useDesk } from '../state/use-desk';

/** More faces than this are a number. */
const FACES = 4;

/** Who works on this article's claims: those who check, judged or approved one, the busiest first. */
export function Workers() {
  const words = useTranslations('desk.bar');
  const claims = useDesk((desk) => desk.claims);
  const personById = useDesk((desk) => desk.personById);
  const people = useMemo(() => {
    const count = new Map<string, number>();
    for (const claim of claims)
      for (const id of new Set([claim.assigneeId, claim.verdictBy, claim.approvedBy]))
        if (id) count.set(id, (count.get(id) ?? 0) + 1);
    return [...count].sort((a, b) => b[1] - a[1]).flatMap(([id]) => personById.get(id) ?? []);
  }, [claims, personById]);
  if (people.length === 0) return null;
  const shown = people.slice(0, FACES);
  return (
    <ul className="workers avatars" aria-label={words('workers')}>
      {shown.map((person) => (
        <li key={person.id}>
          <Avatar id={person.id} name={person.name} size={24} />
        </li>
      ))}
      {people.length > FACES && <li className="workers__more num">{`+${people.length - FACES}`}</li>}
    </ul>
  );
}
