'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link: a small turning mark once its page has been awaited for 300 ms. It takes no room. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return <span className="pending" data-on={pending || undefined} aria-hidden="true" />;
}
