import { type IconName, shapes } from './shapes';

/** The shapes of all icons, once a page: each `Icon` refers to its own, so that no script carries their outlines. */
export function IconShapes() {
  return (
    <svg className="shapes" aria-hidden="true">
      {(Object.keys(shapes) as IconName[]).map((name) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 16 16">
          <path d={shapes[name]} strokeWidth={name === 'more' ? 2.2 : undefined} />
        </symbol>
      ))}
    </svg>
  );
}
