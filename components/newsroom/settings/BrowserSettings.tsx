'use client';

import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { remember, THEME_COOKIE } from '@/components/ui/Viewer';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Whether single-letter keys act on the desk; the desk reads the same key. Absent means that they do. */
const KEYS = 'stet.keys';

/** What belongs to this browser alone: the theme, and whether single letters are commands (WCAG 2.1.4). */
export function BrowserSettings({ theme }: { theme: 'light' | 'dark' | undefined }) {
  const words = useTranslations('newsroom.settings');
  const [chosen, setChosen] = useState<Theme>(theme ?? 'system');
  const keys = useSyncExternalStore(onStorage, readKeys, () => true);
  return (
    <section className="section" id="browser">
      <h2>{words('browser')}</h2>
      <p className="section__lead">{words('browser-text')}</p>
      <fieldset>
        <legend className="label">{words('theme')}</legend>
        <div className="segments">
          {themes.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="theme"
                value={one}
                checked={one === chosen}
                onChange={() => {
                  setChosen(one);
                  wear(one);
                }}
              />
              <span>{words(`theme-${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="setting">
        <label className="check">
          <input
            type="checkbox"
            checked={keys}
            aria-describedby="keys-text"
            onChange={(event) => keepKeys(event.target.checked)}
          />
          {words('keys-on')}
        </label>
        <p className="help" id="keys-text">
          {words('keys-text')}
        </p>
      </div>
    </section>
  );
}

function wear(theme: Theme) {
  remember(THEME_COOKIE, theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function readKeys(): boolean {
  try {
    return localStorage.getItem(KEYS) !== 'off';
  } catch {
    return true;
  }
}

const listeners = new Set<() => void>();
function keepKeys(on: boolean) {
  localStorage.setItem(KEYS, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}
function onStorage(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
