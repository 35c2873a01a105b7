'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Remarks } from '@/components/articles/import/Remarks';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { sentenceOf } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/Toast';
import { articleText } from '@/core/article/text';
import { docOf } from '../places';
import { useDesk } from '../state/use-desk';
import { type Coming, type Looked, look, take } from './coming';
import { Outcome } from './Outcome';
import { TextChanges } from './TextChanges';

/** What a draft, or an old version, would change in the text and do to every claim; then one press makes it so. */
export function DraftPreview({
  coming,
  onComing,
  onBack,
  onClose,
}: {
  coming: Coming;
  /** The same draft, taken otherwise. */
  onComing: (coming: Coming) => void;
  onBack: () => void;
  onClose: () => void;
}) {
  const words = useTranslations('desk.versions');
  const toast = useToast();
  const articleId = useDesk((desk) => desk.article.id);
  const version = useDesk((desk) => desk.article.version);
  const present = useDesk((desk) => articleText(docOf(desk.article.doc)).text);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [taking, setTaking] = useState(false);

  // Another version of the article is looked at anew: what is shown is what will happen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version decides
  useEffect(() => {
    const abort = new AbortController();
    look(articleId, coming, abort.signal).then(setLooked, (failure) => {
      if (!abort.signal.aborted) setRefused(sentence(failure));
    });
    return () => abort.abort();
  }, [articleId, coming, version]);

  const sentence = (failure: unknown) =>
    failure instanceof ProblemAnswer
      ? sentenceOf(failure)
      : failure instanceof NoAnswer
        ? words('no-answer')
        : words('failed');
  const use = async () => {
    if (!looked) return;
    setTaking(true);
    setRefused(null);
    try {
      const { anchors } = await take(articleId, coming, looked.outcome.version);
      toast(words('taken', { ...anchors }));
      onClose();
    } catch (failure) {
      setTaking(false);
      setRefused(failure instanceof ProblemAnswer && failure.code === 'behind' ? words('moved-on') : sentence(failure));
    }
  };
  const title = coming.kind === 'restored' ? words('restore-title') : words('preview-title');
  return (
    <Dialog
      open
      size="full"
      closable={!taking}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onBack} disabled={taking}>
            {words('back')}
          </Button>
          <Button kind="main" disabled={!looked || taking} onClick={use}>
            {words(coming.kind === 'restored' ? 'bring-back' : 'use')}
          </Button>
        </>
      }
    >
      {refused && (
        <p className="help help--bad" role="alert">
          {refused}
        </p>
      )}
      {!looked && !refused && <progress aria-label={words('looking')} />}
      {looked && (
        <div className="draft-preview">
          <div>
            <Outcome outcome={looked.outcome} />
            {coming.kind === 'draft' && coming.draft.kind === 'file' && (
              <Remarks
                preview={{ remarks: looked.outcome.remarks ?? [], changes: looked.outcome.changes ?? 0 }}
                taken={coming.draft.taken ?? {}}
                onTaken={(taken) =>
                  onComing({
                    kind: 'draft',
                    draft: { ...(coming.draft as typeof coming.draft & { kind: 'file' }), taken },
                  })
                }
              />
            )}
          </div>
          <TextChanges before={present} after={looked.text} />
        </div>
      )}
    </Dialog>
  );
}
