'use client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { staff } from '@/components/interface/operations';
import { Avatar } from '@/components/ui/Avatar';
import { heldBy } from '@/components/work/people/held-by';
import { nameAmong } from '@/core/newsroom/name-among';
import type { Person } from '@/core/newsroom/person';
import { useDesk } from '../state/use-desk';

/** The people who can have claims of this article, with what they have in hand already and what they would get. */
export function ToWhom({
  people,
  chosen,
  onChange,
  shares,
}: {
  people: readonly Person[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  /** Who would get which claim. */
  shares: ReadonlyMap<string, string>;
}) {
  const words = useTranslations('work.assign');
  const me = useDesk((desk) => desk.me.id);
  const claims = useDesk((desk) => desk.claims);
  const here = useMemo(() => heldBy(claims), [claims]);
  const load = useLoad();
  const gets = new Map<string, number>();
  for (const person of shares.values()) gets.set(person, (gets.get(person) ?? 0) + 1);
  if (people.length === 0) return <p className="help">{words('nobody-able')}</p>;
  return (
    <fieldset className="to-whom">
      <legend className="label">{words('to')}</legend>
      <p className="help">{words('to-help')}</p>
      <ul>
        {people.map((person) => {
          const { id, name } = person;
          const share = gets.get(id);
          return (
            <li key={id}>
              <label className="check to-whom__one">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                  }
                />
                <Avatar id={id} name={name} size={24} title="" />
                <span className="to-whom__name">
                  <bdi>{id === me ? words('you', { person: name }) : nameAmong(person, people)}</bdi>
                  <small>
                    {[
                      load && words('load', { count: load.get(id) ?? 0 }),
                      here.has(id) && words('here', { count: here.get(id) ?? 0 }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </small>
                </span>
                {share !== undefined && <b className="num to-whom__share">{words('gets', { count: share })}</b>}
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** How many claims everybody has in hand in all articles; null while that is asked, or cannot be known. */
function useLoad(): ReadonlyMap<string, number> | null {
  const [load, setLoad] = useState<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    staff.load(asking.signal).then(
      ({ items }) => setLoad(new Map(items.map(({ personId, claims }) => [personId, claims]))),
      // Claims can be given out without knowing it.
      () => undefined,
    );
    return () => asking.abort();
  }, []);
  return load;
}
