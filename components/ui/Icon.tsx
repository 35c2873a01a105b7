import { type IconName, shapes } from './shapes';

export type { IconName } from './shapes';

/** A line icon in the colour of its text. It is decoration: the words beside it, or `aria-label` on its button, say what it means. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} data-size={size} aria-hidden="true">
      <path d={shapes[name]} strokeWidth={name === 'more' ? 2.2 : undefined} />
    </svg>
  );
}
