import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/marks.css';
import '@/components/ui/controls.css';
import '@/components/ui/surfaces.css';
import '@/components/newsroom/account/account.css';
import { IconShapes } from '@/components/ui/IconShapes';
import { ToastRoom } from '@/components/ui/Toast';
import { Viewer } from '@/components/ui/Viewer';
import { directionOf } from '@/core/article/language';
import type { Words } from '@/core/words/words';
import { localeOfRequest } from './locale';
import { themeIn, zoneIn } from './viewer';

export const metadata: Metadata = {
  title: { template: '%s · Stet', default: 'Stet' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#17181b' },
  ],
};

/** Every page's frame: language, theme, words and toasts. Theme and time zone are the viewer's own, from their cookies. */
export default async function Layout({ children }: { children: ReactNode }) {
  const { locale, words } = await localeOfRequest();
  const jar = await cookies();
  return (
    <html lang={locale} dir={directionOf(locale)} data-theme={themeIn(jar)}>
      <body>
        <IconShapes />
        <a className="skip" href="#main">
          {words.newsroom.ui.skip}
        </a>
        <Viewer locale={locale} messages={asText(words)} zone={zoneIn(jar)} now={Date.now()}>
          <ToastRoom>{children}</ToastRoom>
        </Viewer>
      </body>
    </html>
  );
}

/** The words as one text: React takes thousands of small values apart to send them, and again for each page that is drawn. */
const texts = new Map<Words, string>();
function asText(words: Words): string {
  const text = texts.get(words) ?? JSON.stringify(words);
  texts.set(words, text);
  return text;
}
