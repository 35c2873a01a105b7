'use client';

import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/controls.css';
import { IntlProvider } from 'use-intl';
import { Failed } from '@/components/newsroom/Failed';
import failure from '@/core/words/en/failure.json';

/** When even the frame of the pages failed, nothing can be asked of it: this page brings its own, in the first language. */
export default function GlobalFailure() {
  return (
    <html lang="en">
      <body>
        <IntlProvider locale="en" messages={{ failure }} timeZone="UTC">
          <Failed again={() => location.reload()} />
        </IntlProvider>
      </body>
    </html>
  );
}
