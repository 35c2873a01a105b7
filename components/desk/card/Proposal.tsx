'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { Comment } from '@/core/claim/comment';
import { useDeskActions } from '../actions';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** The wording that a comment proposes; whoever may change the claim takes it as its correction. */
export function Proposal({ comment: { claimId, proposal } }: { comment: Comment }) {
  const words = useTranslations('desk.comments');
  const actions = useDeskActions();
  const { changeClaim } = useDeskCommands();
  const correction = useDesk((desk) => desk.claimById.get(claimId)?.correction);
  if (proposal === null) return null;
  return (
    <div className="proposal">
      <span className="label">{words('proposes')}</span>
      <q dir="auto">{proposal}</q>
      {actions.allowed('claim.change') && correction !== proposal && (
        <Button
          size="small"
          icon="pen"
          onClick={() => {
            changeClaim(claimId, { correction: proposal });
            actions.announce(words('used'));
          }}
        >
          {words('use-proposal')}
        </Button>
      )}
    </div>
  );
}
