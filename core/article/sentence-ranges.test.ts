import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceRanges } from './sentence-ranges';

/** Each row is one text as its sentences: they are joined by a space (by nothing where the script has none) and must come apart again. */
const cases: [name: string, language: string, ...sentences: string[]][] = [
  ['plain sentences', 'en', 'The bridge opened in May.', 'It cost too much!', 'Who paid?'],
  ['titles', 'en', 'Dr. Ada Brown met Mr. Lee and Mrs. Oyelaran.', 'Gen. Park and Sen. Ortiz came.'],
  ['a title before a starter', 'en', 'We saw Dr. The at St. Mary’s.', 'He was out.'],
  ['a country that goes on', 'en', 'The U.S. Navy sent a ship to the U.K. Parliament.', 'It sank.'],
  ['a country at the end', 'en', 'She moved to the U.S. in 2001 and left the U.K.', 'The rest stayed.'],
  ['numbers after No. and Fig.', 'en', 'No. 5 is in Fig. 3 on p. 12.', 'It is red.'],
  ['the word no', 'en', 'Asked again, she said no.', 'They left.'],
  [
    'Latin between',
    'en',
    'Some fruit, e.g. Bramley apples, i.e. Cooking apples, cost more vs. Spain.',
    'Others do not.',
  ],
  ['initials', 'en', 'J. K. Rowling and George W. Bush met J. A. Smith.', 'They talked.'],
  ['companies', 'en', 'Acme Inc. Chairman Bo Li resigned from Foo Ltd.', 'The shares fell.'],
  ['decimals and money', 'en', 'It grew 3.5 percent to $1.2 billion.', 'Prices fell 0.4%.'],
  ['a number first', 'en', 'He died in 2020.', '500 people came.', '20 percent left.'],
  ['dates with short months', 'en', 'On Jan. 6, Congress met.', 'By Sept. 11 It was over.'],
  ['the time of day', 'en', 'It began at 5 p.m. Eastern time and ended at 9 p.m.', 'Police came.'],
  ['quotes that close after the stop', 'en', '“We won.”', 'She said: "Go home."', 'They went.'],
  ['a question inside a quote', 'en', '“Why now?” he asked.', '"We won!" Ana Ruiz said.', 'Nobody spoke.'],
  ['brackets', 'en', 'He left (they say at noon.)', 'She stayed.'],
  ['ellipses inside', 'en', 'He said the ... United front would... well, hold.', 'It did not.'],
  ['an ellipsis at the end', 'en', 'They waited…', 'Nothing came...', 'Then it rained.'],
  ['references', 'en', 'The rate fell.[12]', 'It rose later.¹', 'It fell again.'],
  ['an address with a question mark', 'en', 'See https://example.org/?q=Word and Yahoo!Japan for it.', 'It is there.'],
  ['a numbered line', 'en', '1. The council voted.', 'It passed.'],
  ['several marks', 'en', 'What?!', 'No way!!!', 'Yes.'],
  ['emoji at the end', 'en', 'We did it! 🎉', 'Now rest.'],
  ['German abbreviations', 'de', 'Es gibt z. B. Äpfel, d. h. Obst, u. a. Birnen (vgl. Abb. 3).', 'Das ist gut.'],
  [
    'German ordinals',
    'de',
    'Am 3. Oktober begann das 19. Jahrhundert.',
    'Er kam auf Platz 2.',
    'Das war 1998.',
    'Danach nicht.',
  ],
  ['German titles', 'de', 'Prof. Dr. Müller traf Hr. Meier.', 'Sie sprachen bzw. Herr Meier sprach.'],
  ['German quotes', 'de', '„Wir gehen.“', 'Dann fragte er: „Warum?“', '»Darum.«'],
  ['French', 'fr', 'M. Dupont et Mme. Durand ont parlé.', 'Il a dit : « Non ! »', 'Le public est parti.'],
  ['Spanish', 'es', 'El Sr. López vino de EE. UU. ayer.', '¿Qué dijo?', '¡Nada!'],
  ['Russian', 'ru', 'Он уехал в Москву.', 'Она осталась.'],
  ['Greek questions', 'el', 'Τι είπε;', 'Τίποτα.'],
  ['Arabic', 'ar', 'متى بدأ الاجتماع؟', 'بدأ في الصباح.', 'انتهى مساء!'],
  ['Hindi', 'hi', 'बैठक सोमवार को हुई।', 'वह नहीं आए।'],
  ['Urdu', 'ur', 'وہ کل آیا۔', 'کیا ہوا؟'],
];
const unspaced: typeof cases = [
  ['Japanese', 'ja', '首相は東京で会談した。', '合意は成立したのか？', 'はい！', '次は来週だ。'],
  [
    'a Japanese quote and who said it',
    'ja',
    '首相は「合意した。」と述べた。',
    '「次は来週です。」',
    '会談は終わった。',
  ],
  ['Chinese', 'zh', '总理在北京会谈。', '结果如何？', '他说：“很好。”', '会议结束。'],
];

const split = (text: string, language: string) =>
  sentenceRanges(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentenceRanges', () => {
  it.each(cases)('reads %s (%s)', (_name, language, ...sentences) => {
    expect(split(sentences.join(' '), language)).toEqual(sentences);
  });

  it.each(unspaced)('reads %s (%s) without spaces', (_name, language, ...sentences) => {
    expect(split(sentences.join(''), language)).toEqual(sentences);
  });

  it('goes on over line ends that only fill lines', () => {
    const wrapped =
      'The council voted on Tuesday to close the old\nNorthgate bridge for repairs that will take two\nyears. Buses will go by Mill Lane. It said so.';
    expect(split(wrapped, 'en')).toEqual([
      'The council voted on Tuesday to close the old\nNorthgate bridge for repairs that will take two\nyears.',
      'Buses will go by Mill Lane.',
      'It said so.',
    ]);
    expect(split('a line that goes\non here', 'en')).toEqual(['a line that goes\non here']);
  });

  it('ends at line ends that a person set', () => {
    expect(split('Ada Brown\nMill Lane 3\nNorthgate', 'en')).toEqual(['Ada Brown', 'Mill Lane 3', 'Northgate']);
  });

  it('leaves out the white space around, of every kind', () => {
    expect(split('\u00a0\tOne.  \u3000Two.\n', 'en')).toEqual(['One.', 'Two.']);
    expect(split(' \n\t', 'en')).toEqual([]);
  });

  it('takes any tag for a language', () => {
    expect(split('One. Two.', 'zz-nonsense')).toEqual(['One.', 'Two.']);
  });

  it('covers everything but white space, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'Dr',
      '.',
      '…',
      '...',
      ' ',
      '\n',
      '"',
      '”',
      '「',
      '。',
      'と',
      '?',
      '[3]',
      '¹',
      '12',
      'The',
      'x',
      '😀',
      'ab',
      'م',
      '؟',
      'U.S.',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.constantFrom('en', 'de', 'ja', 'ar'),
        (text, language) => {
          let at = 0;
          for (const { start, end } of sentenceRanges(text, language)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(start).toBeLessThan(end);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });
});
