'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { claims } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Anchor, Claim } from '@/core/claim/claim';
import { useDeskActions } from '../actions';
import { docOf, paragraphOf, passageOf } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useView } from '../view';
import { CloseClaim } from './CloseClaim';
import './recheck.css';

/** A passage that lost words could have become: positions of the text as it is. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly exact: string;
  readonly similarity: number;
}

/**
 * The places whose words are gone, each with the passages that it could have become, the likeliest first. It waits until
 * somebody shows where the words went, takes the place off, or closes the claim: nothing is attached by a guess.
 */
export function LostPlaces({ claim, editable }: { claim: Claim; editable: boolean }) {
  const lost = claim.anchors.filter(({ state }) => state === 'orphaned');
  const words = useTranslations('desk.lost');
  const found = useCandidates(claim, lost.length > 0 && claim.closed === null);
  const { reopenClaim } = useDeskCommands();
  if (claim.closed)
    return editable ? (
      <Button size="small" onClick={() => reopenClaim(claim.id)}>
        {words('reopen')}
      </Button>
    ) : null;
  if (lost.length === 0) return null;
  return (
    <section className="recheck" data-kind="lost" aria-label={words('name')}>
      <p className="recheck__head">
        <Icon name="warning" size={14} />
        <b>{words('head', { count: lost.length, all: claim.anchors.length })}</b>
      </p>
      {lost.map((anchor) => (
        <LostPlace
          key={anchor.id}
          claim={claim}
          anchor={anchor}
          candidates={found?.get(anchor.id) ?? null}
          editable={editable}
        >
          {editable && lost.length === claim.anchors.length && anchor === lost.at(-1) && <CloseClaim claim={claim} />}
        </LostPlace>
      ))}
    </section>
  );
}

function LostPlace({
  claim,
  anchor,
  candidates,
  editable,
  children,
}: {
  claim: Claim;
  anchor: Anchor;
  candidates: readonly Candidate[] | null;
  editable: boolean;
  /** What else can be done, beside what can be done with this place. */
  children: ReactNode;
}) {
  const words = useTranslations('desk.lost');
  const actions = useDeskActions();
  const { moveAnchor, dropAnchor } = useDeskCommands();
  const selection = useView((view) => view.selection);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const put = ({ from, to }: { from: number; to: number }) => moveAnchor(claim.id, anchor.id, passageOf(doc, from, to));
  return (
    <div className="lost-place">
      {claim.anchors.length > 1 && (
        <p className="lost-place__words" dir="auto">
          {anchor.exact}
        </p>
      )}
      {candidates && candidates.length > 0 && (
        <ol className="candidates" aria-label={words('candidates')}>
          {candidates.map((candidate) => (
            <li key={candidate.from}>
              <button
                type="button"
                className="candidates__words"
                onClick={() => actions.show(candidate.from, candidate.to)}
              >
                <small>
                  {words('at', {
                    number: paragraphOf(doc, candidate.from),
                    percent: Math.round(100 * candidate.similarity),
                  })}
                </small>
                <span dir="auto">{candidate.exact}</span>
              </button>
              {editable && (
                <Button size="small" onClick={() => put(candidate)}>
                  {words('put')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {candidates?.length === 0 && <p className="help">{words('none')}</p>}
      {editable && (
        <div className="recheck__ways">
          <Button
            size="small"
            aria-disabled={!selection || undefined}
            title={selection ? undefined : words('select-first')}
            onClick={() => selection && put(selection)}
          >
            {words('put-selection')}
          </Button>
          {claim.anchors.length > 1 && (
            <Button size="small" kind="quiet" onClick={() => dropAnchor(claim.id, anchor.id)}>
              {words('drop')}
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}

/** Somebody who types makes a version a second; candidates are asked for once it rests, in milliseconds. */
const PAUSE = 300;

/** The candidates of each lost place, asked of the server anew when the text changes; null until they are known. */
function useCandidates(claim: Claim, wanted: boolean): ReadonlyMap<string, readonly Candidate[]> | null {
  const version = useDesk((desk) => desk.article.version);
  const [found, setFound] = useState<{ version: number; byAnchor: ReadonlyMap<string, readonly Candidate[]> } | null>(
    null,
  );
  const asked = found?.version === version;
  useEffect(() => {
    if (!wanted || asked) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      claims.candidates(claim.id, abort.signal).then(
        (answer) =>
          setFound({
            version: answer.version,
            byAnchor: new Map(answer.items.map(({ anchorId, candidates }) => [anchorId, candidates])),
          }),
        // Without the server the words can still be put on a selection.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [claim.id, wanted, asked]);
  return found?.version === version ? found.byAnchor : null;
}
