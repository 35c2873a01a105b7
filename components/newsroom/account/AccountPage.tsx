import type { ReactNode } from 'react';
import { Wordmark } from '@/components/ui/Wordmark';

/** The bare page of those who are not in yet: the name, one column, one thing to do. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="account" tabIndex={-1}>
      <Wordmark />
      <h1>{title}</h1>
      {children}
    </main>
  );
}
