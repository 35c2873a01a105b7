'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { Failed } from '@/components/newsroom/Failed';

/** A page that failed asks the server again, not only this browser. */
export default function Failure({ reset }: { reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <Failed again={again} />;
}
