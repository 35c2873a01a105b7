'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import type { Claim } from '@/core/claim/claim';

/** Asked only when evidence, or what people said, would go along. */
export function RemoveDialog({
  claim,
  onClose,
  onRemove,
}: {
  claim: Claim;
  onClose: () => void;
  onRemove: () => void;
}) {
  const words = useTranslations('desk.remove');
  const quote = claim.anchors[0]?.exact ?? '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title', { quote: quote.length > 80 ? `${quote.slice(0, 79)}…` : quote })}
      foot={
        <>
          <Button onClick={onClose}>{words('keep')}</Button>
          <Button kind="risky" onClick={onRemove}>
            {words('remove')}
          </Button>
        </>
      }
    >
      <p>
        {words('text', {
          sources: claim.citations.length,
          comments: claim.comments.length,
          places: claim.anchors.length,
        })}
      </p>
    </Dialog>
  );
}
