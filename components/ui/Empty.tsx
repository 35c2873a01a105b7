import type { ReactNode } from 'react';

/** What stands where nothing is yet: why, and the way on. */
export function Empty({
  title,
  level = 3,
  children,
  actions,
}: {
  title: string;
  /** How deep its heading stands in the page's outline. */
  level?: 2 | 3;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {children && <p className="empty__text">{children}</p>}
      {actions && <div className="empty__actions">{actions}</div>}
    </div>
  );
}
