import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';

/** The codes for when the app is lost, shown this once. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const words = useTranslations('newsroom');
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      setSaid(words('ui.copied'));
    } catch {
      setSaid(words('people.copy-failed'));
    }
  };
  return (
    <div className="stack">
      <p>{words('two-factor.backup')}</p>
      <ul className="two-factor__codes mono" aria-label={words('two-factor.backup-codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="two-factor__foot">
        <Button icon="copy" onClick={copy}>
          {words('ui.copy')}
        </Button>
        <Button kind="main" onClick={onDone}>
          {words('two-factor.kept')}
        </Button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
