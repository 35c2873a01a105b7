'use client';

import { useTranslations } from 'use-intl';

/** What can be set on the page, in two groups: a way to each part, which stays in sight where there is room beside them. */
export function SettingsIndex({ newsroomFirst }: { newsroomFirst: boolean }) {
  const words = useTranslations('newsroom');
  const news = useTranslations('news.settings');
  const newsroom = {
    name: words('settings.of-newsroom'),
    parts: [
      // Its name is an admin's to change.
      ...(newsroomFirst ? [{ id: 'newsroom', label: words('settings.newsroom-name') }] : []),
      { id: 'rules', label: words('rules.title') },
      { id: 'scales', label: words('settings.scales') },
    ],
  };
  const own = {
    name: words('settings.own'),
    parts: [
      { id: 'codes', label: words('two-factor.title') },
      { id: 'browser', label: words('settings.browser') },
      { id: 'news', label: news('title') },
      { id: 'tokens', label: words('settings.tokens') },
    ],
  };
  return (
    <nav className="settings__index" aria-label={words('settings.index')}>
      {(newsroomFirst ? [newsroom, own] : [own, newsroom]).map(({ name, parts }) => (
        <div key={name}>
          <p>{name}</p>
          <ul>
            {parts.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
