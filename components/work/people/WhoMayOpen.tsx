'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { nameAmong } from '@/core/newsroom/name-among';
import type { Person } from '@/core/newsroom/person';

/** The people of the newsroom to choose from: its maker may open an article whatever is chosen. */
export function WhoMayOpen({
  people,
  me,
  maker,
  answering,
  held,
  chosen,
  onChange,
}: {
  people: readonly Person[];
  me: string;
  maker: string;
  /** Who answers for the check, and is let in by that; empty where nobody does. */
  answering: string;
  held: ReadonlyMap<string, number>;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const words = useTranslations('work.people');
  const roles = useTranslations('newsroom.role');
  const listed = people
    .filter(({ id, active }) => active || chosen.has(id) || id === maker)
    .toSorted(
      (a, b) =>
        Number(b.id === maker) - Number(a.id === maker) ||
        Number(b.id === me) - Number(a.id === me) ||
        a.name.localeCompare(b.name),
    );
  return (
    <fieldset className="who">
      <legend className="label">{words('chosen')}</legend>
      <ul>
        {listed.map((person) => {
          const { id, name, role, active } = person;
          const facts = [
            id === me && words('you'),
            id === maker && words('maker'),
            id === answering && words('answering'),
            held.has(id) && words('holds', { count: held.get(id) ?? 0 }),
            !active && words('left'),
          ].filter(Boolean);
          return (
            <li key={id}>
              <label className="check who__one">
                <input
                  type="checkbox"
                  checked={id === maker || chosen.has(id)}
                  disabled={id === maker || id === answering}
                  onChange={({ target }) => {
                    const next = new Set(chosen);
                    if (target.checked) next.add(id);
                    else next.delete(id);
                    onChange(next);
                  }}
                />
                <Avatar id={id} name={name} size={24} title="" />
                <span className="who__name">
                  <bdi>{nameAmong(person, listed)}</bdi>
                  <small>{[roles(role), ...facts].join(', ')}</small>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
