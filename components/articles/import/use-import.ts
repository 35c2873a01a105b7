'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileLimit, megabytes } from '@/components/articles/limits';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { sentenceOf } from '@/components/interface/use-sending';
import type { ArticlePreview } from '@/core/article/article';
import { type Draft, previewOf } from './draft';

export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; draft: Draft }
  | { step: 'refused'; draft: Draft; message: string }
  | { step: 'preview'; draft: Draft; preview: ArticlePreview };

/**
 * Where an import stands: `read` asks the server what it makes of a draft, and a newer one takes the place of an older; `giveUp`
 * lets it go, whatever it is doing.
 */
export function useImport(): { state: ImportState; read: (draft: Draft) => void; giveUp: () => void } {
  const words = useTranslations('articles.import');
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const running = useRef<AbortController>(null);

  const giveUp = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ step: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const read = useCallback(
    async (draft: Draft) => {
      running.current?.abort();
      if (draft.kind === 'file') {
        const { name, size } = draft.file;
        const limit = fileLimit(name);
        if (megabytes(size) > limit) {
          setState({ step: 'refused', draft, message: words('too-large', { name, size: megabytes(size), limit }) });
          return;
        }
      }
      const controller = new AbortController();
      running.current = controller;
      setState({ step: 'reading', draft });
      try {
        const preview = await previewOf(draft, controller.signal);
        if (!controller.signal.aborted) setState({ step: 'preview', draft, preview });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (error instanceof NoAnswer) setState({ step: 'refused', draft, message: words('no-answer') });
        else if (error instanceof ProblemAnswer) setState({ step: 'refused', draft, message: sentenceOf(error) });
        else throw error;
      }
    },
    [words],
  );
  return { state, read, giveUp };
}
