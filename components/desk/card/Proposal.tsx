'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Comment } from '@/core/claim/comment';
import { useDeskActions } from '../actions';
import { Difference } from '../Difference';
import { placesOf } from '../places';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** The wording that a comment proposes, against the words that stand there now; it becomes the claim's correction at a press. */
export function Proposal({ comment }: { comment: Comment & { proposal: string } }) {
  const words = useTranslations('desk.proposal');
  const toast = useToast();
  const actions = useDeskActions();
  const { changeClaim, flush } = useDeskCommands();
  const claim = useDesk((desk) => desk.claimById.get(comment.claimId));
  const language = useDesk((desk) => desk.article.language);
  if (!claim) return null;
  const { proposal } = comment;
  const now = placesOf(claim)[0]?.current ?? claim.anchors[0]?.exact ?? '';
  const use = () => {
    const done = changeClaim(claim.id, { correction: proposal });
    flush(claim.id, 'correction');
    toast(words('used'), { undo: done.undo });
  };
  return (
    <div className="comment__proposal">
      <p className="label">{words('head')}</p>
      <p className="comment__wording" lang={language} dir="auto">
        <Difference first={now} second={proposal} />
      </p>
      {now === proposal ? (
        <p className="help">{words('stands')}</p>
      ) : claim.correction === proposal ? (
        <p className="help">{words('is-correction')}</p>
      ) : (
        actions.allowed('claim.change') && (
          <Button size="small" icon="pen" onClick={use}>
            {words(claim.correction === null ? 'use' : 'use-instead')}
          </Button>
        )
      )}
    </div>
  );
}
