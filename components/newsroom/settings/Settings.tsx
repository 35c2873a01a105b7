'use client';

import { useTranslations } from 'use-intl';
import type { Scale } from '@/core/claim/scale';
import type { Hearing } from '@/core/newsroom/news';
import type { Me, Newsroom, Token } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Palette } from '../scale/palette';
import { Scales } from '../scale/Scales';
import { TwoFactor } from '../two-factor/TwoFactor';
import { BrowserSettings } from './BrowserSettings';
import { NewsroomSettings } from './NewsroomSettings';
import { NewsSettings } from './NewsSettings';
import { RulesSection } from './RulesSection';
import { Tokens } from './Tokens';
import '../newsroom.css';

/** What can be set: for everybody this browser and their tokens, for admins the newsroom, its rules and its scales. */
export function Settings({
  me,
  twoFactor,
  newsroom,
  scales,
  tokens,
  palette,
  theme,
  hearing,
  able,
}: {
  me: Me;
  /** Whether this person signs in with a one-time code. */
  twoFactor: boolean;
  newsroom: Newsroom;
  scales: readonly Scale[];
  tokens: readonly Token[];
  palette: Palette;
  theme: 'light' | 'dark' | undefined;
  hearing: Hearing;
  /** How many people here may approve. */
  able: number;
}) {
  const words = useTranslations('newsroom.settings');
  return (
    <div className="page--narrow">
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
      </div>
      {may(me.role, 'newsroom.change') ? (
        <NewsroomSettings newsroom={newsroom} scales={scales} able={able} />
      ) : (
        <RulesSection rules={newsroom.rules} scales={scales} able={able} />
      )}
      <TwoFactor on={twoFactor} required={newsroom.rules.twoFactor} />
      <BrowserSettings theme={theme} />
      <NewsSettings hearing={hearing} />
      <Scales
        scales={scales}
        palette={palette}
        mayChange={may(me.role, 'scale.change')}
        defaultScale={newsroom.rules.defaultScale}
      />
      <Tokens tokens={tokens} />
    </div>
  );
}
