'use client';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Time } from '@/components/ui/Time';
import { VerdictChip } from '@/components/ui/VerdictChip';
import type { SignOffData } from './sign-off-data';

/** What a signature is for: the text by its version and SHA-256, its verdicts, and whose work they are. */
export function WhatIsSigned({ data }: { data: SignOffData }) {
  const words = useTranslations('sign-off');
  const format = useFormatter();
  const { article, state, claims, verdicts, judgedBy, approvedBy, signedBy } = data;
  const signed = state.signedOff;
  const standing = signed && !state.changedSinceSignOff;
  return (
    <section className="section" aria-labelledby="what-is-signed">
      <h2 id="what-is-signed">{words(standing ? 'what-signed' : 'what')}</h2>
      <dl className="signed">
        <div>
          <dt>{words('fields.title')}</dt>
          <dd dir="auto" lang={article.language}>
            {article.title}
          </dd>
        </div>
        <div>
          <dt>{words('fields.version')}</dt>
          <dd className="num">{state.version}</dd>
        </div>
        <div>
          <dt>{words('fields.words')}</dt>
          <dd className="num">{format.number(data.words)}</dd>
        </div>
        <div>
          <dt>{words('fields.sha256')}</dt>
          <dd>
            <Fingerprint value={state.sha256} />
          </dd>
        </div>
        <div>
          <dt>{words('fields.claims')}</dt>
          <dd>
            {claims.length === 0 ? (
              words('fields.none')
            ) : (
              <ul className="signed__verdicts">
                {verdicts.map(({ verdict, count }) => (
                  <li key={verdict?.key ?? ''}>
                    <span className="num">{count}</span>{' '}
                    {verdict ? <VerdictChip verdict={verdict} /> : words('fields.no-verdict')}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{words('fields.judged')}</dt>
          <dd dir="auto">{judgedBy.join(', ') || words('fields.nobody')}</dd>
        </div>
        <div>
          <dt>{words('fields.approved')}</dt>
          <dd dir="auto">{approvedBy.join(', ') || words('fields.nobody')}</dd>
        </div>
        {signed && standing && (
          <div>
            <dt>{words('fields.signed')}</dt>
            <dd>
              <bdi>{signedBy}</bdi>, <Time at={signed.at} show="moment" />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Fingerprint({ value }: { value: string }) {
  const words = useTranslations('sign-off');
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(words('copied'));
    } catch {
      setSaid(words('copy-failed'));
    }
  };
  return (
    <>
      <code className="mono signed__hash">{value}</code>
      <Button className="signed__copy" size="small" kind="quiet" icon="copy" label={words('copy')} onClick={copy} />
      <span role="status" className="signed__said">
        {said}
      </span>
    </>
  );
}
