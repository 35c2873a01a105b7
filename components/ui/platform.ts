'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the keyboard has a Command key; the server, which cannot know, says no. */
export function useCommandKey(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  );
}
