'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { useToast } from '@/components/ui/Toast';
import type { Hearing } from '@/core/newsroom/news';

/** Whether unread news are mailed to this person: where a digest's own link leads. */
export function NewsSettings({ hearing }: { hearing: Hearing }) {
  const words = useTranslations('news.settings');
  const toast = useToast();
  const [digest, setDigest] = useState(hearing.digest);
  const change = async (wanted: boolean) => {
    setDigest(wanted);
    try {
      await call<Hearing>('PATCH', '/api/me/hearing', { body: { digest: wanted } });
    } catch {
      setDigest(!wanted);
      toast(words('failed'), { kind: 'error' });
    }
  };
  return (
    <section className="section" id="news">
      <h2>{words('title')}</h2>
      <div className="setting">
        <label className="check">
          <input
            type="checkbox"
            checked={digest}
            aria-describedby="news-text"
            onChange={(event) => void change(event.target.checked)}
          />
          {words('switch')}
        </label>
        <p className="help" id="news-text">
          {words('text')} {!hearing.mail && words('no-mail')}
        </p>
      </div>
    </section>
  );
}
