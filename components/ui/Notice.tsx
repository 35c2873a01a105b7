import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

const icons: Record<NoticeKind, IconName> = {
  offline: 'offline',
  locked: 'lock',
  stale: 'turn',
  error: 'warning',
  said: 'check',
};
export type NoticeKind = 'offline' | 'locked' | 'stale' | 'error' | 'said';

/** A state of the screen, said where it matters: what is so (bold), what follows, and the one thing to do. Errors interrupt a screen reader; the rest wait. */
export function Notice({
  kind,
  title,
  children,
  actions,
}: {
  kind: NoticeKind;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="notice" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} />
      <p className="notice__text">
        {title && <b>{title}</b>} {children}
      </p>
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  );
}
