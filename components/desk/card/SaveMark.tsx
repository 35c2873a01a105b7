'use client';
import { useTranslations } from 'use-intl';
import { Icon, type IconName } from '@/components/ui/Icon';
import { type FieldSave, fieldKey, type SaveState } from '../state/desk-store';
import { useDesk } from '../state/use-desk';

const icons: Record<SaveState, IconName> = {
  saved: 'check',
  saving: 'up',
  waiting: 'offline',
  conflict: 'people',
  refused: 'warning',
};

/**
 * What has become of a field's last change, at the end of its label's line: the same place and the same words for every field.
 * Of several fields that share a line, the one that is not saved.
 * Nothing for a field that was not touched in this visit. It is not announced: the notices that need an answer are.
 */
export function SaveMark({ recordId, field }: { recordId: string; field: string | readonly string[] }) {
  const save = useDesk((desk) => {
    if (typeof field === 'string') return desk.saves.get(fieldKey(recordId, field));
    const saves = field.flatMap((one) => desk.saves.get(fieldKey(recordId, one)) ?? []);
    return saves.find((one) => one.state !== 'saved') ?? saves[0];
  });
  return save ? <SaveWords save={save} /> : null;
}

export function SaveWords({ save }: { save: Pick<FieldSave, 'state' | 'reason'> }) {
  const words = useTranslations('desk.save');
  const said = save.state === 'waiting' && save.reason ? words(`waiting-${save.reason}`) : words(save.state);
  return (
    <span className="save" data-state={save.state} title={said}>
      <Icon name={icons[save.state]} size={12} />
      <span>{said}</span>
    </span>
  );
}
