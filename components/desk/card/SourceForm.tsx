'use client';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextArea, TextField } from '@/components/ui/Field';
import type { CreateSource, SourceKind, Tier } from '@/core/source/source';
import { type DetailField, detailsOfKind, sourceKinds, tiers } from '@/core/source/vocabulary';
import { isWebAddress } from '@/core/web-address';

/** Which fields a kind of source has beside its title: what was said in a room has no address, a book no host. */
const fields: Record<SourceKind, readonly ('url' | 'publisher' | 'author' | 'publishedAt')[]> = {
  web: ['url', 'publisher', 'author', 'publishedAt'],
  document: ['url', 'publisher', 'author', 'publishedAt'],
  dataset: ['url', 'publisher', 'publishedAt'],
  interview: ['publishedAt'],
  email: ['publishedAt'],
  book: ['author', 'publisher', 'publishedAt', 'url'],
  broadcast: ['publisher', 'publishedAt', 'url'],
  image: ['url', 'author', 'publishedAt'],
  'earlier-check': ['url', 'publisher', 'publishedAt'],
  other: ['url', 'publisher', 'author', 'publishedAt'],
};

/** Of a kind's own fields, those that are asked for here; how somebody is reached belongs in the library. */
const asked = (kind: SourceKind) =>
  detailsOfKind[kind].filter(
    (field): field is Exclude<DetailField, 'channel' | 'contact'> => !['channel', 'contact'].includes(field),
  );

/** A source filled in by hand, by its kind. */
export default function SourceForm({
  start,
  onClose,
  onAdd,
}: {
  start: { title?: string; url?: string };
  onClose: () => void;
  onAdd: (source: CreateSource) => void;
}) {
  const words = useTranslations('desk.source-form');
  const form = useId();
  const [kind, setKind] = useState<SourceKind>(start.url ? 'web' : 'document');
  const [errors, setErrors] = useState<{ title?: string; url?: string; publishedAt?: string }>({});
  const has = (field: 'url' | 'publisher' | 'author' | 'publishedAt') => fields[kind].includes(field);

  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The form is inside the card, which must not take this for its own.
    event.stopPropagation();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const [title, url, publishedAt] = [text('title'), text('url'), text('publishedAt')];
    const found: typeof errors = {};
    if (!title && !url) found.title = words('needs-title');
    if (url && !isWebAddress(url)) found.url = words('bad-url');
    if (publishedAt && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(publishedAt)) found.publishedAt = words('bad-date');
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first) {
      event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    const details = Object.fromEntries(
      asked(kind).flatMap((field): [string, string | boolean][] =>
        field === 'consent'
          ? data.get('consent')
            ? [['consent', true]]
            : []
          : text(field)
            ? [[field, text(field)]]
            : [],
      ),
    );
    onAdd({
      kind,
      ...(Object.keys(details).length > 0 && { details }),
      ...(title && { title }),
      ...(url && { url }),
      ...(text('publisher') && { publisher: text('publisher') }),
      ...(text('author') && { author: text('author') }),
      ...(publishedAt && { publishedAt }),
      ...(text('tier') && { tier: text('tier') as Tier }),
      ...(text('note') && { note: text('note') }),
      ...(data.get('confidential') && { confidential: true }),
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form}>
            {words('add')}
          </Button>
        </>
      }
    >
      <form id={form} className="source-form" onSubmit={add} noValidate>
        <SelectField
          label={words('kind')}
          value={kind}
          options={sourceKinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
          onChange={({ target }) => setKind(target.value as SourceKind)}
        />
        <SelectField
          label={words('tier')}
          name="tier"
          options={[
            { value: '', label: words('tiers.none') },
            ...tiers.map((value) => ({ value, label: words(`tiers.${value}`) })),
          ]}
        />
        <div className="source-form__wide">
          <TextField
            label={words(kind === 'interview' || kind === 'email' ? 'what' : 'name')}
            name="title"
            defaultValue={start.title}
            maxLength={1000}
            error={errors.title}
            autoFocus
            dir="auto"
          />
        </div>
        {has('url') && (
          <div className="source-form__wide">
            <TextField
              label={words('url')}
              name="url"
              inputMode="url"
              defaultValue={start.url}
              error={errors.url}
              placeholder="https://"
            />
          </div>
        )}
        {has('author') && <TextField label={words('author')} name="author" maxLength={500} dir="auto" />}
        {asked(kind).map((field) =>
          field === 'consent' ? (
            <label key={field} className="check source-form__wide">
              <input type="checkbox" name="consent" />
              <span>{words('details.consent')}</span>
            </label>
          ) : (
            <TextField key={field} label={words(`details.${field}`)} name={field} maxLength={500} dir="auto" />
          ),
        )}
        {has('publisher') && <TextField label={words('publisher')} name="publisher" maxLength={500} dir="auto" />}
        {has('publishedAt') && (
          <TextField
            label={words(kind === 'interview' || kind === 'email' ? 'when' : 'published')}
            name="publishedAt"
            placeholder={words('date-hint')}
            error={errors.publishedAt}
          />
        )}
        <div className="source-form__wide">
          <TextArea
            label={words('note')}
            name="note"
            rows={2}
            maxLength={10_000}
            help={words('note-help')}
            dir="auto"
          />
        </div>
        <label className="check source-form__wide">
          <input type="checkbox" name="confidential" />
          <span>{words('confidential')}</span>
        </label>
      </form>
    </Dialog>
  );
}
