import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { Shell } from '@/components/newsroom/Shell';
import { Settings } from '@/components/newsroom/settings/Settings';
import { colours, glyphs, patterns } from '@/core/claim/scale';
import { wordsOf } from '@/core/words/words';
import { wantsDigest } from '@/db/queries/people';
import { listScales } from '@/db/queries/scales';
import { listTokens } from '@/db/queries/tokens';
import { readSettings } from '../settings';
import { themeIn } from '../viewer';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('newsroom')('settings.title') };

/** What can be set, for the newsroom and for this browser. */
export default async function Page() {
  const { me, twoFactor, call, store, newsroom, work } = await visit('/settings');
  const [scales, tokens, digest, jar] = await Promise.all([
    listScales(store, call),
    listTokens(store, call, {}),
    wantsDigest(store, call),
    cookies(),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <Settings
        me={me}
        twoFactor={twoFactor}
        newsroom={newsroom}
        scales={scales}
        tokens={tokens.items}
        palette={{ glyphs, colours, patterns }}
        theme={themeIn(jar)}
        hearing={{ digest, mail: readSettings().mail !== null }}
      />
    </Shell>
  );
}
