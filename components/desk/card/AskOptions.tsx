'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '@/components/ui/Viewer';
import { linkStands } from '@/core/newsroom/guest-link';
import { nameAmong } from '@/core/newsroom/name-among';
import { useDesk } from '../state/use-desk';
import { peopleHere } from './mention-completion';

/** How something is said: as a note or a query, to whom, and whether in confidence. */
export interface Asking {
  readonly query: boolean;
  readonly to: string;
  readonly confidential: boolean;
}
export const plainly: Asking = { query: false, to: '', confidential: false };

/** Note or query, to whom, and in confidence or not: beside words that begin a thread. */
export function AskOptions({ asking, onChange }: { asking: Asking; onChange: (asking: Asking) => void }) {
  const words = useTranslations('desk.comments');
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const me = useDesk((desk) => desk.me.id);
  const id = useId();
  const able = peopleHere({ people, article }).filter((one) => one.id !== me);
  const guests = useDesk((desk) => desk.guests);
  const now = new Date(useNow()).toISOString();
  // A guest is never told what is confidential.
  const byLink = asking.confidential ? [] : guests.filter((guest) => linkStands(guest, now));
  const isGuest = (personId: string) => guests.some((guest) => guest.personId === personId);
  const kinds = [false, true];
  return (
    <div className="asking">
      <fieldset className="segments">
        <legend className="sr">{words('as')}</legend>
        {kinds.map((query) => (
          <label key={String(query)}>
            <input
              type="radio"
              name={id}
              checked={asking.query === query}
              onChange={() => onChange({ ...asking, query })}
            />
            <span>{words(query ? 'query' : 'note')}</span>
          </label>
        ))}
      </fieldset>
      {asking.query && (
        <select
          className="input asking__to"
          aria-label={words('to')}
          value={asking.to}
          required
          onChange={({ target }) => onChange({ ...asking, to: target.value })}
        >
          <option value="">{words('choose')}</option>
          {able.map((one) => (
            <option key={one.id} value={one.id}>
              {nameAmong(one, able)}
            </option>
          ))}
          {byLink.length > 0 && (
            <optgroup label={words('by-link')}>
              {byLink.map(({ personId, name }) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
      <label className="check asking__secret" title={words('confidential-text')}>
        <input
          type="checkbox"
          checked={asking.confidential}
          onChange={({ target }) =>
            onChange({
              ...asking,
              confidential: target.checked,
              to: target.checked && isGuest(asking.to) ? '' : asking.to,
            })
          }
        />
        <span>{words('confidential')}</span>
      </label>
    </div>
  );
}
