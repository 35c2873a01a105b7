import { describe, expect, it } from 'vitest';
import { directionOf, languageTag } from './language';

describe('directionOf', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa-AF', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ks-Deva', 'ltr'],
    ['ja', 'ltr'],
    ['', 'ltr'],
  ])('of %s is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('languageTag', () => {
  it.each([
    ['EN-us', 'en-US'],
    [' pt_br ', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['und', null],
    ['x-private', null],
    ['nonsense!', null],
    ['', null],
  ])('makes of %j %j', (claimed, tag) => {
    expect(languageTag(claimed)).toBe(tag);
  });
});
