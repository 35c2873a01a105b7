'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import { deskKeys, KEYS_ITEM, keyGroups } from './keys';
import { useDesk } from './state/use-desk';
import { lettersOn } from './use-desk-keys';

/** The desk's keys, by what they are for, and the switch for single letters. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.keys');
  const verdicts = useDesk((desk) => desk.scale.verdicts.length);
  const [on, setOn] = useState(lettersOn);
  const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const capOf = (cap: string) => {
    if (cap === 'mod') return mac ? '⌘' : words('ctrl');
    return cap === 'range' ? `1–${Math.min(9, verdicts)}` : cap;
  };
  const shown = deskKeys.filter((key) => key.action !== 'verdict' || verdicts > 0);
  return (
    <Dialog open onClose={onClose} title={words('title')} size="wide">
      <div className="keys">
        {keyGroups.map((group) => (
          <section key={group}>
            <h3>{words(`group.${group}`)}</h3>
            <dl>
              {shown
                .filter((key) => key.group === group)
                .map((key) => (
                  <div key={key.action} data-off={key.single && !on ? '' : undefined}>
                    <dt>{words(`action.${key.action}`)}</dt>
                    <dd>
                      {key.caps.map((cap) => (
                        <Kbd key={cap}>{capOf(cap)}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => {
            setOn(target.checked);
            try {
              if (target.checked) localStorage.removeItem(KEYS_ITEM);
              else localStorage.setItem(KEYS_ITEM, 'off');
            } catch {
              // A browser that keeps nothing forgets the choice with the page.
            }
          }}
        />
        <span>{words('letters')}</span>
      </label>
      <p className="help">{words('letters-help')}</p>
    </Dialog>
  );
}
