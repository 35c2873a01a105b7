'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import './copy-once.css';

/** A secret that is shown this once, whole, with a button that copies it; where copying is not allowed it is selected instead. */
export function CopyOnce({ label, help, value }: { label: string; help: ReactNode; value: string }) {
  const words = useTranslations('newsroom');
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setSaid(words('ui.copied'));
    } catch {
      setSaid(words('people.copy-failed'));
    }
  };
  return (
    <Field label={label} help={help}>
      {(control) => (
        <div className="copy-once">
          <input
            {...control}
            ref={field}
            className="input mono"
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
          />
          <Button kind="main" icon="copy" onClick={copy}>
            {words('ui.copy')}
          </Button>
          <p role="status">{said}</p>
        </div>
      )}
    </Field>
  );
}
