'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import { type DeskKey, deskKeys, isSingle, KEYS_ITEM, keyGroups } from './keys';
import { useDesk } from './state/use-desk';
import { lettersOn } from './use-desk-keys';

/** What is printed on keys whose name is longer than a letter. */
const printed: Record<string, string> = { Enter: 'Enter', Escape: 'Esc', ArrowRight: '→', ArrowLeft: '←' };

/** The desk's keys, by what they are for, and the switch for single letters. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.keys');
  const verdicts = useDesk((desk) => desk.scale.verdicts.length);
  const [on, setOn] = useState(lettersOn);
  const mac = /Mac|iP(hone|ad|od)/.test(navigator.platform);
  const capsOf = ({ key, mod, shift }: DeskKey) => [
    ...(mod ? [mac ? '⌘' : words('ctrl')] : []),
    ...(shift ? ['⇧'] : []),
    key === '1-9' ? `1–${Math.min(9, verdicts)}` : (printed[key] ?? key.toUpperCase()),
  ];
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
                  <div key={key.action} data-off={isSingle(key) && !on ? '' : undefined}>
                    <dt>{words(`action.${key.action}`)}</dt>
                    <dd>
                      {capsOf(key).map((cap) => (
                        <Kbd key={cap}>{cap}</Kbd>
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
