'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Quoted } from '@/components/ui/Quoted';
import type { ToldBlocker } from '@/core/article/sign-off';
import { blockerKinds } from '@/core/claim/blockers';
import type { NamedClaim, SignOffData } from './sign-off-data';

/** What holds the sign-off up, by kind: each with its words, what to do, and the way to its claim on the desk. */
export function Blockers({
  data: { article, state, claims },
  mayLook,
  onLook,
}: {
  data: Pick<SignOffData, 'article' | 'state' | 'claims'>;
  mayLook: boolean;
  onLook: (range: { start: number; end: number }) => void;
}) {
  const words = useTranslations('sign-off');
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  return blockerKinds.map((kind) => {
    const found = state.blockers.filter((blocker) => blocker.kind === kind);
    if (found.length === 0) return null;
    return (
      <section key={kind} className="blockers">
        <h3>{words(`kind.${kind}`, { count: found.length })}</h3>
        <Messages blockers={found} />
        <ul>
          {found.map((blocker) => (
            <li key={blocker.claimId ?? blocker.start} className="blocker">
              <Words blocker={blocker} claim={claimById.get(blocker.claimId ?? '')} article={article} />
              {new Set(found.map(({ message }) => message)).size > 1 && (
                <p className="blocker__message">{blocker.message}</p>
              )}
              {kind === 'coverage' && mayLook && (
                <Button
                  size="small"
                  icon="check"
                  onClick={() => onLook({ start: blocker.start ?? 0, end: blocker.end ?? 0 })}
                >
                  {words('look')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** What to do, once where it is the same for all. */
function Messages({ blockers }: { blockers: readonly ToldBlocker[] }) {
  const told = new Set(blockers.map(({ message }) => message));
  return told.size === 1 ? <p className="blockers__what">{[...told][0]}</p> : null;
}

function Words({
  blocker: { exact },
  claim,
  article,
}: {
  blocker: ToldBlocker;
  claim: NamedClaim | undefined;
  article: SignOffData['article'];
}) {
  const words = useTranslations('sign-off');
  const quote = <Quoted className="blocker__words" lang={article.language} words={exact ?? ''} />;
  if (!claim) return quote;
  return (
    <a className="blocker__claim" href={`/articles/${article.id}#claim-${claim.id}`}>
      <span className="blocker__number num">{words('number', { number: claim.number })}</span>
      {quote}
    </a>
  );
}
