'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Quoted } from '@/components/ui/Quoted';
import { Time } from '@/components/ui/Time';
import { isLogged, type PutRight, type SignOffData } from './sign-off-data';

/** What has changed since the signature, by claim; a correction that was put in can be logged from here. */
export function Changes({
  data,
  onLog,
}: {
  data: SignOffData;
  /** Absent where the person may not. */
  onLog?: ((putRight: PutRight) => void) | undefined;
}) {
  const words = useTranslations('sign-off');
  const { article, changes, claims } = data;
  if (changes.length === 0) return null;
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <section className="section" aria-labelledby="changes-since">
      <h2 id="changes-since">{words('changes')}</h2>
      <ul className="since">
        {changes.map(({ claimId, lines }) => {
          const claim = claimById.get(claimId ?? '');
          return (
            <li key={claimId}>
              <h3 className="since__of">
                {claim ? (
                  <a className="blocker__claim" href={`/articles/${article.id}#claim-${claim.id}`}>
                    <span className="blocker__number num">{words('number', { number: claim.number })}</span>
                    <Quoted className="blocker__words" lang={article.language} words={claim.exact} />
                  </a>
                ) : (
                  words(claimId === null ? 'changes-text' : 'changes-gone')
                )}
              </h3>
              <ul className="since__lines">
                {lines.map((line) => (
                  <li key={`${line.at} ${line.sentence}`}>
                    <span>
                      {line.sentence}
                      {line.times > 1 && <> ({words('times', { count: line.times })})</>}
                    </span>{' '}
                    <span className="since__when">
                      <Time at={line.at} show="moment" />
                    </span>
                    {line.putRight && onLog && !isLogged(data, line.putRight) && (
                      <Button size="small" onClick={() => onLog(line.putRight!)}>
                        {words('log.offer')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
