'use client';

import Link from 'next/link';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { SourceEvidence } from '@/components/evidence/SourceEvidence';
import { useSavedRecord } from '@/components/interface/use-saved-record';
import { Icon } from '@/components/ui/Icon';
import { PublishedAt } from '@/components/ui/PublishedAt';
import { SavedField, SavedSelect } from '@/components/ui/SavedField';
import { FieldConflict, SaveState } from '@/components/ui/SaveState';
import type { PlainScale } from '@/core/claim/scale';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { LikelyDouble, Source, SourceClaim } from '@/core/source/source';
import { sourceKinds, tiers } from '@/core/source/vocabulary';
import { ClaimsOnSource } from './ClaimsOnSource';
import { ContactLog } from './ContactLog';
import { checkAddress, checkDate } from './checks';
import { KindFields } from './KindFields';
import { type SourcesView, sourcesAddress } from './looked-for';
import { SourceActions } from './SourceActions';
import { changeFields, fieldsOf, type SourceFields } from './source-fields';

/** The texts of a source that are empty as null. */
const nullable = ['url', 'archivedUrl', 'publisher', 'author', 'publishedAt', 'note'] as const;

/** One source: what is known of it, each field saving itself, and every claim that stands on it. */
export function SourceDetails({
  me,
  view,
  source,
  claims,
  doubles,
  scales,
  people,
}: {
  me: Me;
  view: SourcesView;
  source: Source;
  claims: readonly SourceClaim[];
  doubles: readonly LikelyDouble[];
  scales: readonly PlainScale[];
  people: readonly { id: string; name: string }[];
}) {
  const words = useTranslations('sources');
  const change = useCallback(
    (revision: number, patch: Partial<SourceFields>) => changeFields(source.id, revision, patch),
    [source.id],
  );
  const keep = `stet.kept.${me.id}.source.${source.id}`;
  const fields = useMemo(() => fieldsOf(source), [source]);
  const saved = useSavedRecord(fields, keep, change);
  const { shown, markOf, set, resolve } = saved;
  const fixed = !may(me.role, 'source.change');

  const text = (field: (typeof nullable)[number]) => ({
    label: words(`fields.${field}`),
    value: shown[field] ?? '',
    mark: markOf(field),
    disabled: fixed,
    onSave: (value: string) => set(field, value.trim() === '' ? null : value.trim()),
    onResolve: (choice: 'mine' | 'theirs') => resolve(field, choice),
  });
  return (
    <article className="source-open" aria-labelledby="source-title">
      <p className="source-open__back">
        <Link href={sourcesAddress(view, { id: null })}>
          <Icon name="back" size={14} />
          {words('back')}
        </Link>
      </p>
      <header className="source-open__head">
        <h2 id="source-title" dir="auto">
          {shown.title}
        </h2>
        <p className="source-open__facts">
          <span>{words(`kind.${shown.kind}`)}</span>
          {shown.publisher && <span dir="auto">{shown.publisher}</span>}
          {shown.publishedAt && <PublishedAt date={shown.publishedAt} />}
          {shown.tier && <span>{words(`tier.${shown.tier}`)}</span>}
        </p>
        <p>
          {shown.url && (
            <a className="link" href={shown.url} target="_blank" rel="noopener noreferrer nofollow">
              {words('open-page')}
            </a>
          )}
          {shown.archivedUrl && (
            <a className="link" href={shown.archivedUrl} target="_blank" rel="noopener noreferrer nofollow">
              {words('open-archived')}
            </a>
          )}
          {shown.confidential && (
            <span className="source__confidential">
              <Icon name="lock" size={12} />
              {words('confidential')}
            </span>
          )}
        </p>
      </header>
      <SourceActions me={me} view={view} source={shown} claims={claims} doubles={doubles} />
      <ClaimsOnSource claims={claims} scales={scales} />
      {!fixed && <ContactLog me={me} source={source} people={people} />}
      <SourceEvidence me={me} source={source} people={people} />
      <section className="section">
        <h3>{words('details')}</h3>
        <div className="source-open__fields">
          <SavedField
            label={words('fields.title')}
            value={shown.title}
            mark={markOf('title')}
            missing={words('fields.title-missing')}
            maxLength={1000}
            disabled={fixed}
            onSave={(value) => set('title', value.trim())}
            onResolve={(choice) => resolve('title', choice)}
          />
          <SavedField
            {...text('url')}
            type="url"
            placeholder="https://"
            check={checkAddress(words('fields.url-bad'))}
            maxLength={4096}
          />
          <div className="pair">
            <SavedField {...text('publisher')} maxLength={500} />
            <SavedField {...text('author')} maxLength={500} />
          </div>
          <div className="pair">
            <SavedField
              {...text('publishedAt')}
              help={words('fields.publishedAt-help')}
              check={checkDate(words('fields.publishedAt-bad'))}
            />
            <SavedField
              {...text('archivedUrl')}
              type="url"
              placeholder="https://"
              check={checkAddress(words('fields.url-bad'))}
              maxLength={4096}
            />
          </div>
          <div className="pair">
            <SavedSelect
              label={words('fields.kind')}
              value={shown.kind}
              mark={markOf('kind')}
              disabled={fixed}
              options={sourceKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
              onSave={(value) => set('kind', sourceKinds.find((kind) => kind === value) ?? shown.kind)}
              onResolve={(choice) => resolve('kind', choice)}
            />
            <SavedSelect
              label={words('fields.tier')}
              help={words('fields.tier-help')}
              value={shown.tier ?? ''}
              mark={markOf('tier')}
              disabled={fixed}
              options={[
                { value: '', label: words('tier.none') },
                ...tiers.map((tier) => ({ value: tier, label: words(`tier.${tier}`) })),
              ]}
              onSave={(value) => set('tier', tiers.find((tier) => tier === value) ?? null)}
              onResolve={(choice) => resolve('tier', choice)}
            />
          </div>
          <div className="source-open__kind">
            <KindFields saved={saved} fixed={fixed} />
          </div>
          <div>
            <div className="field__head">
              <label className="check">
                <input
                  type="checkbox"
                  checked={shown.confidential}
                  disabled={fixed}
                  aria-describedby="confidential-help"
                  onChange={(event) => set('confidential', event.target.checked)}
                />
                {words('confidential')}
              </label>
              <SaveState mark={markOf('confidential')} untouched={markOf('confidential').state === 'saved'} />
            </div>
            <p className="help" id="confidential-help">
              {words('confidential-help')}
            </p>
            {markOf('confidential').state === 'conflict' && (
              <FieldConflict
                theirs={String(markOf('confidential').theirs)}
                onResolve={(choice) => resolve('confidential', choice)}
              />
            )}
          </div>
          {!fixed && <SavedField {...text('note')} help={words('fields.note-help')} lines={3} maxLength={10_000} />}
        </div>
      </section>
    </article>
  );
}
