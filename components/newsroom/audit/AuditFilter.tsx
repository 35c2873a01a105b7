'use client';

import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field, TextField } from '@/components/ui/Field';
import { eventSubjects } from '@/core/event/subjects';
import type { Person } from '@/core/newsroom/person';
import { type AuditView, auditAddress } from './audit-view';

/** What is looked for in the record. It is a plain form: what it asks stands in the address. */
export function AuditFilter({
  view,
  people,
  article,
}: {
  view: AuditView;
  people: readonly Person[];
  /** The title of the one article that is looked at; null where all are. */
  article: string | null;
}) {
  const words = useTranslations('newsroom.audit');
  return (
    <>
      <Form key={auditAddress(view)} action="/audit" className="audit__filter" aria-label={words('filter')}>
        <Field label={words('person')}>
          {(control) => (
            <select className="input" name="person" defaultValue={view.person ?? ''} {...control}>
              <option value="">{words('anybody')}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words('about')}>
          {(control) => (
            <select className="input" name="subject" defaultValue={view.subject ?? ''} {...control}>
              <option value="">{words('anything')}</option>
              {eventSubjects.map((subject) => (
                <option key={subject} value={subject}>
                  {words(`subject.${subject}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={words('from')} type="date" name="from" defaultValue={view.from ?? ''} />
        <TextField label={words('until')} type="date" name="until" defaultValue={view.until ?? ''} />
        {view.article && <input type="hidden" name="article" value={view.article} />}
        <Button kind="main" type="submit">
          {words('find')}
        </Button>
      </Form>
      {article !== null && view.article && (
        <p className="audit__article">
          <span dir="auto">{words('only', { title: article })}</span>
          <a className="button" data-kind="plain" href={`/api/articles/${view.article}/audit`} download>
            {words('download')}
          </a>
          <Link className="button" data-kind="quiet" href={auditAddress(view, { article: null })}>
            {words('all-articles')}
          </Link>
        </p>
      )}
    </>
  );
}
