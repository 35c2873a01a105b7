'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { evidence } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Time } from '@/components/ui/Time';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Source } from '@/core/source/source';
import { EvidenceFiles } from './EvidenceFiles';
import { LinkSign } from './LinkSign';
import { putFiles } from './uploads';
import { useFileDrop } from './use-file-drop';

/** All evidence of a source, and what became of its address. */
export function SourceEvidence({
  me,
  source,
  people,
}: {
  me: Me;
  source: Source;
  people: readonly { id: string; name: string }[];
}) {
  const words = useTranslations('evidence');
  const router = useRouter();
  const checking = useSending();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const place = { sourceId: source.id, citationId: null };
  const { over, handlers } = useFileDrop(may(me.role, 'source.change') ? (files) => putFiles(place, files) : null);
  const check = async () => {
    if (await checking.send(() => evidence.checkLink(source.id))) router.refresh();
  };
  return (
    <section
      className="section evidence-section"
      aria-labelledby="evidence-title"
      data-over={over ? '' : undefined}
      {...handlers}
    >
      <h3 id="evidence-title">
        {words('title')} <span className="num">{source.files.length}</span>
      </h3>
      {source.url && (
        <p className="evidence__link">
          <span>
            <LinkSign source={source} />
            {source.linkAt ? (
              <>
                {source.link === 'alive' && words('link.alive')}
                {source.link === null && words('link.closed', { status: source.linkStatus ?? 0 })}{' '}
                <span className="evidence__when">
                  {words('link.asked')} <Time at={source.linkAt} show="ago" />
                </span>
              </>
            ) : (
              words('link.never')
            )}
          </span>
          {may(me.role, 'link.check') && (
            <Button kind="quiet" size="small" icon="turn" disabled={checking.sending} onClick={check}>
              {words(checking.sending ? 'check.one-running' : 'check.one')}
            </Button>
          )}
        </p>
      )}
      {checking.refused && (
        <p className="evidence__refused" role="alert">
          {checking.refused}
        </p>
      )}
      <EvidenceFiles
        me={me}
        source={source}
        nameOf={(id) => names.get(id) ?? words('someone')}
        onChange={() => router.refresh()}
      />
    </section>
  );
}
