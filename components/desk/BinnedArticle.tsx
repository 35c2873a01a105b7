'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { articles } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import './desk.css';

/** An article in the bin: whole, out of the way, and back with one press. */
export default function BinnedArticle({ id, title }: { id: string; title: string }) {
  const words = useTranslations('desk.notice');
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const restore = async () => {
    try {
      await articles.restore(id);
      router.refresh();
    } catch {
      setFailed(true);
    }
  };
  return (
    <main className="absent" id="main">
      <h1 className="absent__title" dir="auto">
        {title}
      </h1>
      <Notice
        kind="locked"
        title={words('bin-title')}
        actions={
          <>
            <Button kind="main" size="small" onClick={restore}>
              {words('restore')}
            </Button>
            <a className="button" data-kind="plain" data-size="small" href="/">
              {words('to-list')}
            </a>
          </>
        }
      >
        {words('bin')}
      </Notice>
      {failed && <Notice kind="error" title={words('restore-failed')} />}
    </main>
  );
}
