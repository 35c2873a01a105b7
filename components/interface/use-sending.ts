'use client';

import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from './call';

/**
 * One thing sent at a time, as a form does. `send` resolves to what `act` gave, or to undefined when it was refused or unanswered;
 * `refused` then says why, in words to show. What went wrong inside this page is thrown on.
 */
export function useSending(): {
  sending: boolean;
  refused: string | null;
  send: <T>(act: () => Promise<T>) => Promise<T | undefined>;
  clear: () => void;
} {
  const words = useTranslations('newsroom.ui');
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = useCallback(
    async <T>(act: () => Promise<T>): Promise<T | undefined> => {
      setSending(true);
      setRefused(null);
      try {
        return await act();
      } catch (error) {
        if (error instanceof NoAnswer) setRefused(words('no-answer'));
        else if (error instanceof ProblemAnswer) setRefused(sentenceOf(error));
        else throw error;
        return undefined;
      } finally {
        setSending(false);
      }
    },
    [words],
  );
  const clear = useCallback(() => setRefused(null), []);
  return { sending, refused, send, clear };
}

/** The server's sentence, and what it says of the parts of the body that it did not say in it. */
export function sentenceOf(problem: ProblemAnswer): string {
  const parts = problem.errors.map(({ message }) => message).filter((message) => !problem.message.includes(message));
  return [problem.message, ...new Set(parts)].join(' ');
}
