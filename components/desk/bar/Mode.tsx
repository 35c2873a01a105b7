'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useDeskActions } from '../actions';
import { useView } from '../view';

/**
 * Whether the words are checked or changed: two ways of working on one text, and one looks like the other only by accident. A phone
 * has room for one button, pressed while they are changed.
 */
export function Mode() {
  const words = useTranslations('desk.mode');
  const actions = useDeskActions();
  const mode = useView((view) => view.mode);
  if (!actions.allowed('text.change')) return null;
  return (
    <>
      <Button
        className="bar__edit"
        kind="quiet"
        icon="pen"
        label={words('edit-text')}
        aria-pressed={mode === 'editing'}
        onClick={mode === 'editing' ? actions.check : actions.edit}
      />
      <fieldset className="mode" aria-label={words('name')}>
        <button type="button" aria-pressed={mode === 'checking'} title={words('check-title')} onClick={actions.check}>
          <Icon name="check" size={14} />
          <span>{words('check')}</span>
        </button>
        <button type="button" aria-pressed={mode === 'editing'} title={words('edit-title')} onClick={actions.edit}>
          <Icon name="pen" size={14} />
          <span>{words('edit')}</span>
        </button>
      </fieldset>
    </>
  );
}
