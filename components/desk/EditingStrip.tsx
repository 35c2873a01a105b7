'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Kbd } from '@/components/ui/Kbd';
import { useDeskActions } from './actions';

/** Says at the article's foot that its words can be changed now, and how to be done with it. It floats: no line moves for it. */
export default function EditingStrip() {
  const words = useTranslations('desk.mode');
  const actions = useDeskActions();
  return (
    <div className="editing-strip">
      <p>
        <b>{words('editing')}</b> {words('editing-help')}
      </p>
      <Button kind="main" size="small" onClick={actions.check}>
        {words('done')}
        <Kbd silent>Esc</Kbd>
      </Button>
    </div>
  );
}
