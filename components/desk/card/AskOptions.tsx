'use client';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
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
              {one.name}
            </option>
          ))}
        </select>
      )}
      <label className="check asking__secret" title={words('confidential-text')}>
        <input
          type="checkbox"
          checked={asking.confidential}
          onChange={({ target }) => onChange({ ...asking, confidential: target.checked })}
        />
        <span>{words('confidential')}</span>
      </label>
    </div>
  );
}
