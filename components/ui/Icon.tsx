import type { IconName } from './shapes';

export type { IconName } from './shapes';

/** A line icon in the colour of its text. It is decoration: the words beside it, or `aria-label` on its button, say what it means. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} data-size={size} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
