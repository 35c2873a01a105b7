'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { Empty } from '@/components/ui/Empty';
import { Notice } from '@/components/ui/Notice';
import { FEW_ITEMS } from '@/core/claim/agreement';
import type { Agreements, Agreement as Figures } from '@/core/claim/agreement-figures';
import '../newsroom.css';
import './agreement.css';

/** How well each pair of checkers agrees, in one article or over all, and what each figure means. */
export function Agreement({
  figures: { pairs, all },
  names,
  article,
}: {
  figures: Agreements;
  names: Readonly<Record<string, string>>;
  /** The title of the article that the figures are of; null for all. */
  article: string | null;
}) {
  const words = useTranslations('newsroom.agreement');
  return (
    <>
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
      </div>
      <p className="section__lead">{words('lead')}</p>
      {article !== null && (
        <p className="agreement__scope" dir="auto">
          {words('of-article', { title: article })} <Link href="/agreement">{words('whole')}</Link>
        </p>
      )}
      {all.items === 0 ? (
        <Empty level={2} title={words('empty')}>
          {words('empty-text')}
        </Empty>
      ) : (
        <>
          {all.items < FEW_ITEMS && (
            <Notice kind="stale">{words('few', { items: all.items, least: FEW_ITEMS })}</Notice>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <section className="agreement__scroll" aria-label={words('title')} tabIndex={0}>
            <table className="agreement">
              <thead>
                <tr>
                  <th scope="col">{words('people')}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {words(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pairs.map(({ people, ...row }) => (
                  <Row
                    key={people.join(' ')}
                    name={people.map((id) => names[id] ?? words('someone')).join(' · ')}
                    figures={row}
                  />
                ))}
              </tbody>
              {pairs.length > 1 && (
                <tfoot>
                  <Row name={words('all')} figures={all} />
                </tfoot>
              )}
            </table>
          </section>
          <section className="agreement__means">
            <h2>{words('means')}</h2>
            <dl>
              {(['percent', 'kappa', 'weighted', 'alpha'] as const).map((figure) => (
                <div key={figure}>
                  <dt>{words(figure)}</dt>
                  <dd>{words(`means-${figure}`)}</dd>
                </div>
              ))}
            </dl>
            <p>{words('means-order')}</p>
          </section>
        </>
      )}
    </>
  );
}

const columns = ['items', 'percent', 'kappa', 'weighted', 'alpha'] as const;

function Row({ name, figures }: { name: string; figures: Figures }) {
  const words = useTranslations('newsroom.agreement');
  const format = useFormatter();
  const { items, percent, kappa, weightedKappa, alpha } = figures;
  const inTwo = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td data-figure={words('items')}>{format.number(items)}</td>
      <Cell
        figure={words('percent')}
        text={percent === null ? null : format.number(percent / 100, { style: 'percent' })}
      />
      {(
        [
          ['kappa', kappa],
          ['weighted', weightedKappa],
          ['alpha', alpha],
        ] as const
      ).map(([name, figure]) => (
        <Cell key={name} figure={words(name)} text={figure === null ? null : format.number(figure, inTwo)} />
      ))}
    </tr>
  );
}

/** One figure, and its name for a phone, where each stands on a line of its own. */
function Cell({ figure, text }: { figure: string; text: string | null }) {
  const words = useTranslations('newsroom.agreement');
  if (text !== null) return <td data-figure={figure}>{text}</td>;
  return (
    <td data-figure={figure} title={words('none-why')}>
      <span aria-hidden="true">{words('none')}</span>
      <span className="sr">{words('none-why')}</span>
    </td>
  );
}
