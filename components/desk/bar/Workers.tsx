'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import type { Person } from '@/core/newsroom/person';
import { useDesk } from '../state/use-desk';

/** More faces than this are a number. */
const FACES = 4;

/** Who is here now, with a mark, and then who works on this article's claims: those who check, judged or approved one. */
export default function Workers() {
  const words = useTranslations('desk.bar');
  const row = useTranslations('articles.row');
  const claims = useDesk((desk) => desk.claims);
  const answers = useDesk((desk) => desk.article.assigneeId);
  const present = useDesk((desk) => desk.present);
  const me = useDesk((desk) => desk.me.id);
  const personById = useDesk((desk) => desk.personById);
  const people = useMemo(() => {
    const here = new Map<string, boolean>();
    for (const { personId, editing } of present)
      if (personId !== me) here.set(personId, editing || (here.get(personId) ?? false));
    // Whoever answers for the check comes before all who work on it.
    const count = new Map<string, number>(answers === null ? [] : [[answers, Number.POSITIVE_INFINITY]]);
    for (const claim of claims)
      for (const id of new Set([claim.assigneeId, claim.verdictBy, ...claim.approvals.map(({ by }) => by)]))
        if (id) count.set(id, (count.get(id) ?? 0) + 1);
    const workers = [...count].sort((a, b) => b[1] - a[1]).flatMap(([id]) => (here.has(id) ? [] : [id]));
    const known = (id: string) => personById.get(id) ?? [];
    return [
      ...[...here].flatMap(([id, editing]) => [known(id)].flat().map((person) => ({ person, here: true, editing }))),
      ...workers.flatMap((id) => [known(id)].flat().map((person) => ({ person, here: false, editing: false }))),
    ];
  }, [claims, answers, present, me, personById]);
  if (people.length === 0) return null;
  const title = ({ person, here, editing }: { person: Person; here: boolean; editing: boolean }) =>
    here
      ? words(editing ? 'here-editing' : 'here', { person: person.name })
      : person.id === answers
        ? row('answers', { person: person.name })
        : person.name;
  const shown = people.slice(0, FACES);
  return (
    <ul className="workers avatars" aria-label={words('workers')}>
      {shown.map((one) => (
        <li key={one.person.id}>
          <Avatar id={one.person.id} name={one.person.name} size={24} live={one.here} title={title(one)} />
        </li>
      ))}
      {people.length > FACES && <li className="workers__more num">{`+${people.length - FACES}`}</li>}
    </ul>
  );
}
