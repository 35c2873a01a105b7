import type { ReactNode } from 'react';

/** A key of the keyboard, as printed on it. `silent` on a button whose name should not have the key in it. */
export function Kbd({ children, silent = false }: { children: ReactNode; silent?: boolean }) {
  return silent ? (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  ) : (
    <kbd>{children}</kbd>
  );
}
