'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Claim } from '@/core/claim/claim';
import { useDeskCommands } from '../state/use-desk';
import { ReasonForm } from './ReasonForm';

/** Closes a claim whose words are gone for good, saying why. Its record stays. */
export function CloseClaim({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.lost');
  const { closeClaim } = useDeskCommands();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button size="small" kind="quiet" onClick={() => setOpen(true)}>
        {words('close')}
      </Button>
    );
  return (
    <ReasonForm
      label={words('reason')}
      hint={words('reason-hint')}
      needed={words('reason-needed')}
      keep={words('keep')}
      act={words('close')}
      onKeep={() => setOpen(false)}
      onReason={(reason) => toast(words('closed'), { undo: closeClaim(claim.id, reason).undo })}
    />
  );
}
