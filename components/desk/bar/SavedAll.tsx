'use client';
import { useTranslations } from 'use-intl';
import { Icon, type IconName } from '@/components/ui/Icon';
import { useDesk } from '../state/use-desk';

/** Whether everything typed at this desk is on the server's disk, in a word. */
export function SavedAll() {
  const words = useTranslations('desk.bar');
  const outbox = useDesk((desk) => desk.outbox);
  const stuck = useDesk((desk) => desk.conflicts.length + desk.refusals.length);
  const state = stuck > 0 ? 'stuck' : outbox.waiting > 0 ? 'waiting' : outbox.count > 0 ? 'saving' : 'saved';
  const icon: IconName = { stuck: 'warning', waiting: 'offline', saving: 'up', saved: 'check' }[state] as IconName;
  return (
    <span className="saved" data-state={state}>
      <Icon name={icon} size={14} />
      <span className="saved__words">
        {words(`saved.${state}`, { count: state === 'stuck' ? stuck : outbox.waiting })}
      </span>
    </span>
  );
}
