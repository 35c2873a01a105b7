'use client';

import { Fragment } from 'react';
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
import { SettingsIndex } from './SettingsIndex';
import { Tokens } from './Tokens';
import '../newsroom.css';
import './settings.css';

/**
 * What can be set: the newsroom with its rules and scales, and what is one's own. What a person can change comes first.
 */
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
  const mayChange = may(me.role, 'newsroom.change');
  const newsrooms = (
    <Fragment key="newsroom">
      {mayChange ? (
        <NewsroomSettings newsroom={newsroom} scales={scales} able={able} />
      ) : (
        <RulesSection rules={newsroom.rules} scales={scales} able={able} />
      )}
      <Scales
        scales={scales}
        palette={palette}
        mayChange={may(me.role, 'scale.change')}
        defaultScale={newsroom.rules.defaultScale}
      />
    </Fragment>
  );
  const own = (
    <Fragment key="own">
      <TwoFactor on={twoFactor} required={newsroom.rules.twoFactor} />
      <BrowserSettings theme={theme} />
      <NewsSettings hearing={hearing} />
      <Tokens tokens={tokens} />
    </Fragment>
  );
  return (
    <div className="settings">
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
      </div>
      <SettingsIndex newsroomFirst={mayChange} />
      <div className="settings__all">{mayChange ? [newsrooms, own] : [own, newsrooms]}</div>
    </div>
  );
}
