import { Icon } from './Icon';

const PEOPLE_COLOURS = 6;

/** A person's letters in one of six colours, always the same for the same id. Without a name: nobody. */
export function Avatar({
  name,
  id,
  size = 20,
  live = false,
  title,
}: {
  name: string | null;
  id: string | null;
  size?: 20 | 24 | 28;
  live?: boolean;
  /** What is read out and shown on hover; the name unless given. Empty where the name stands beside it. */
  title?: string;
}) {
  const heard = title ?? name ?? undefined;
  const said = heard ? { role: 'img', 'aria-label': heard, title: heard } : { 'aria-hidden': true };
  if (!name || !id)
    return (
      <span className="avatar avatar--nobody" data-size={size} {...said}>
        <Icon name="person" size={12} />
      </span>
    );
  return (
    <span className={live ? 'avatar is-live' : 'avatar'} data-p={colourOf(id)} data-size={size} {...said}>
      {initials(name)}
    </span>
  );
}

/** Which of the people colours, 1 to 6, an id has. */
export function colourOf(id: string): number {
  let sum = 7;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return (sum % PEOPLE_COLOURS) + 1;
}

/** The first letters of the first and last name, in capitals; of a single name, its first two. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const first = [...(parts[0] ?? '')];
  const last = parts.length > 1 ? [...(parts.at(-1) ?? '')] : first.slice(1);
  return ((first[0] ?? '') + (last[0] ?? '')).toLocaleUpperCase();
}
