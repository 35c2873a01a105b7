'use client';
import { useTranslations } from 'use-intl';
import { Icon } from '@/components/ui/Icon';
import { useDeskActions } from '../actions';
import { useDesk } from '../state/use-desk';
import { useDeskView, useView } from '../view';

/** The way from the list to giving its claims out. */
export default function GiveOut() {
  const words = useTranslations('work.assign');
  const view = useDeskView();
  const actions = useDeskActions();
  const choosing = useView((now) => now.chosen !== null);
  const some = useDesk((desk) => desk.claims.length > 0);
  if (!some || choosing || !actions.allowed('claim.assign')) return null;
  return (
    <button type="button" className="rail__foot" onClick={() => view.set({ dialog: 'assign' })}>
      <Icon name="people" size={14} />
      <span>{words('open')}</span>
    </button>
  );
}
