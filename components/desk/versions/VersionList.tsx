'use client';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { texts } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField } from '@/components/ui/Field';
import { Time } from '@/components/ui/Time';
import type { Version } from '@/core/article/version';
import { useDeskActions } from '../actions';
import { useDesk } from '../state/use-desk';
import { TextChanges } from './TextChanges';

/** The versions, newest first; what the chosen one changed against the one before, or against any other. */
export function VersionList({
  onClose,
  onDraft,
  onRestore,
}: {
  onClose: () => void;
  onDraft: () => void;
  onRestore: (version: number) => void;
}) {
  const words = useTranslations('desk.versions');
  const format = useFormatter();
  const actions = useDeskActions();
  const article = useDesk((desk) => desk.article);
  const people = useDesk((desk) => desk.personById);
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const [other, setOther] = useState<number | null>(null);
  const may = actions.allowed('text.change');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the article makes another list
  useEffect(() => {
    const abort = new AbortController();
    texts.versions(article.id, abort.signal).then(
      (list) => {
        setVersions(list);
        setFailed(false);
      },
      () => !abort.signal.aborted && setFailed(true),
    );
    return () => abort.abort();
  }, [article.id, article.version]);

  const shown = versions?.find(({ version }) => version === chosen) ?? versions?.[0];
  const before = versions?.[versions.indexOf(shown!) + 1];
  const against = versions?.find(({ version }) => version === other) ?? before;
  const nameOf = (one: Version) =>
    words(`kind.${one.kind}`, { person: people.get(one.by)?.name ?? words('someone'), origin: one.origin ?? '' });
  const whenOf = ({ at }: Version) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog
      open
      size="full"
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('close')}</Button>
          {may && shown && shown !== versions?.[0] && (
            <Button onClick={() => onRestore(shown.version)}>{words('restore')}</Button>
          )}
          {may && (
            <Button kind="main" onClick={onDraft}>
              {words('new-draft')}
            </Button>
          )}
        </>
      }
    >
      {failed && (
        <p className="help help--bad" role="alert">
          {words('no-answer')}
        </p>
      )}
      <div className="versions">
        <ul className="versions__list" aria-label={words('list')}>
          {versions?.map((one) => (
            <li key={one.version}>
              <button
                type="button"
                aria-pressed={one === shown}
                onClick={() => {
                  setChosen(one.version);
                  setOther(null);
                }}
              >
                <b>{nameOf(one)}</b>
                <Time at={one.at} show="moment" />
              </button>
            </li>
          ))}
        </ul>
        <section className="versions__changes" aria-label={words('changes')}>
          {versions && versions.length > 1 && shown && (
            <SelectField
              label={words('against')}
              value={String(against?.version ?? '')}
              options={versions
                .filter((one) => one !== shown)
                .map((one) => ({
                  value: String(one.version),
                  label: words('name-at', { name: nameOf(one), when: whenOf(one) }),
                }))}
              onChange={({ target }) => setOther(Number(target.value))}
            />
          )}
          {shown && against && <Compared articleId={article.id} first={against.version} second={shown.version} />}
          {shown && versions?.length === 1 && <p className="help">{words('only')}</p>}
        </section>
      </div>
    </Dialog>
  );
}

/** Two versions, the older first whichever was chosen first. */
function Compared({ articleId, first, second }: { articleId: string; first: number; second: number }) {
  const words = useTranslations('desk.versions');
  const [older, newer] = first < second ? [first, second] : [second, first];
  const [read, setRead] = useState<{ key: string; before: string; after: string } | null>(null);
  const [failed, setFailed] = useState(false);
  const key = `${older} ${newer}`;
  useEffect(() => {
    const abort = new AbortController();
    Promise.all([texts.version(articleId, older, abort.signal), texts.version(articleId, newer, abort.signal)]).then(
      ([before, after]) => {
        setFailed(false);
        setRead({ key: `${older} ${newer}`, before: before.text, after: after.text });
      },
      () => !abort.signal.aborted && setFailed(true),
    );
    return () => abort.abort();
  }, [articleId, older, newer]);
  if (failed) return <p className="help help--bad">{words('no-answer')}</p>;
  if (read?.key !== key) return <progress aria-label={words('looking')} />;
  return <TextChanges before={read.before} after={read.after} />;
}
