'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useFileSize } from './file-words';
import { dropUpload, retryUpload, type Upload } from './uploads';

/** A file on its way: how far it is, or why it is not kept and what can be done. */
export function UploadRow({ upload: { id, file, state } }: { upload: Upload }) {
  const words = useTranslations('evidence');
  const size = useFileSize();
  const failed = state.at === 'unanswered' || state.at === 'refused';
  return (
    <li className="evidence__file" data-state={state.at}>
      <Icon name={failed ? 'warning' : 'upload'} size={14} />
      <span className="evidence__name" dir="auto">
        {file.name}
      </span>
      <span className="evidence__acts">
        {failed && (
          <Button
            kind="quiet"
            size="small"
            onClick={() => retryUpload(id)}
            label={words('retry-name', { name: file.name })}
          >
            {words('retry')}
          </Button>
        )}
        <Button
          kind="quiet"
          size="small"
          icon="close"
          label={words('give-up', { name: file.name })}
          onClick={() => dropUpload(id)}
        />
      </span>
      <span className="evidence__about">
        {state.at === 'sending' ? (
          <>
            <progress aria-label={words('sending', { name: file.name })} max={1} value={state.share} />
            <span className="num">{words('share', { share: state.share, size: size(file.size) })}</span>
          </>
        ) : (
          <span role={failed ? 'alert' : undefined}>
            {state.at === 'waiting' && words('waiting')}
            {state.at === 'unanswered' && words('unanswered')}
            {state.at === 'refused' && state.sentence}
          </span>
        )}
      </span>
    </li>
  );
}
