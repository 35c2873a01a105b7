import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { CHECKABLE, type Reason, reasons, suggestionsOf, worthOf } from './worthiness';

type Row = [kind: 'checkable' | 'opinion' | 'neither', language: string, sentence: string, ...shows: Reason[]];

const cases: Row[] = [
  // Figures
  ['checkable', 'en', 'The council spent $4.2 million on the bridge.', 'money', 'number', 'who-did-what'],
  ['checkable', 'en', 'Rents went up 7 percent in a year.', 'percent', 'number'],
  ['checkable', 'en', 'Unemployment fell to 4.1% in March.', 'percent', 'comparison'],
  ['checkable', 'en', 'Two thirds of the members voted against it.', 'number', 'who-did-what'],
  ['checkable', 'en', 'About a dozen ships were held at the port.', 'number', 'who-did-what'],
  // Days
  ['checkable', 'en', 'The treaty was signed in 1951.', 'date', 'who-did-what'],
  ['checkable', 'en', 'The mayor resigned last week.', 'date', 'who-did-what'],
  ['checkable', 'en', 'The vote took place on Tuesday.', 'date', 'who-did-what'],
  // Names and acts
  ['checkable', 'en', 'Maria Okafor visited the naval base at Portsmouth.', 'name', 'who-did-what'],
  ['checkable', 'en', 'Okafor’s office declined to comment.', 'name', 'who-did-what'],
  ['checkable', 'en', 'NATO will send observers.', 'name', 'who-did-what'],
  ['checkable', 'en', 'The company closed its plant near the river.', 'who-did-what'],
  ['checkable', 'en', 'Berlin is the capital of Germany.', 'name', 'who-did-what'],
  ['checkable', 'en', 'The gift included a signed violin.', 'who-did-what'],
  // What was said
  ['checkable', 'en', '"We will not raise taxes," the minister said.', 'quote', 'attribution'],
  ['checkable', 'en', 'She called him “a great man”.', 'quote'],
  ['checkable', 'en', 'According to the ministry, the dam is safe.', 'attribution'],
  ['checkable', 'en', 'A study found that cats sleep less in summer.', 'attribution', 'comparison'],
  ['checkable', 'en', '“Why now?” asked Ana Ruiz.', 'quote', 'attribution', 'name'],
  ['checkable', 'en', 'Ruiz said the government should resign.', 'attribution'],
  // Rank, comparison, cause
  ['checkable', 'en', 'It is the largest port in the country.', 'superlative'],
  ['checkable', 'en', 'No city has ever hosted the games three times.', 'number'],
  ['checkable', 'en', 'Exports grew faster than imports.', 'comparison'],
  ['checkable', 'en', 'The fire was caused by a broken heater.', 'cause', 'who-did-what'],
  // Opinions
  ['opinion', 'en', 'This is a wonderful book.'],
  ['opinion', 'en', 'The government should act at once.'],
  ['opinion', 'en', 'I think the plan is unfair.'],
  ['opinion', 'en', 'In my view the city deserves better.'],
  ['opinion', 'en', 'It was a terrible, shameful spectacle.'],
  // Nothing to check
  ['neither', 'en', 'What happens next?'],
  ['neither', 'en', 'How much did the bridge cost in 2019?'],
  ['neither', 'en', 'Read more about this story.'],
  ['neither', 'en', 'Subscribe to our newsletter.'],
  ['neither', 'en', 'A city wakes'],
  ['neither', 'en', 'Photograph: Ana Ruiz'],
  ['neither', 'en', 'Hello and welcome.'],
  ['neither', 'en', '* * *'],
  ['neither', 'en', 'I walked home in the rain.'],
  // Other languages
  ['checkable', 'de', 'Die Arbeitslosigkeit sank auf 5,3 Prozent.', 'percent', 'number', 'comparison'],
  ['checkable', 'de', 'Olaf Scholz traf gestern den Präsidenten.', 'name', 'date', 'who-did-what'],
  ['checkable', 'de', 'Laut einer Studie schlafen Katzen weniger.', 'attribution', 'comparison'],
  ['opinion', 'de', 'Das ist leider schrecklich.'],
  ['neither', 'de', 'Was passiert nun?'],
  ['checkable', 'fr', 'Le chômage a baissé de 2 % en mars.', 'percent', 'comparison', 'date'],
  ['checkable', 'fr', 'Selon le ministre, la loi est « prête ».', 'attribution', 'quote'],
  ['opinion', 'fr', 'C’est un livre magnifique.'],
  ['checkable', 'es', 'El alcalde dijo que el puente costó 3 millones de euros.', 'attribution', 'money', 'number'],
  ['checkable', 'it', 'Il ponte è il più lungo del paese.', 'superlative'],
  ['checkable', 'pt', 'O governo anunciou a obra ontem.', 'attribution', 'date'],
  ['checkable', 'nl', 'De werkloosheid daalde volgens het bureau.', 'comparison', 'attribution'],
  ['checkable', 'ru', 'Министр заявил, что цены выросли на 5 процентов.', 'attribution', 'percent', 'number'],
  ['checkable', 'ja', '首相は昨年、東京で会談したと述べた。', 'name', 'date', 'attribution'],
  ['checkable', 'ja', '失業率は3.2％に低下した。', 'percent', 'number', 'comparison'],
  ['opinion', 'ja', '政府はすぐに動くべきだ。'],
  ['neither', 'ja', '次はどうなるのか？'],
  ['checkable', 'zh', '总理表示，出口去年增长了百分之五。', 'attribution', 'percent', 'date', 'comparison'],
  ['checkable', 'ko', '대통령은 어제 서울에서 합의를 발표했다.', 'name', 'date', 'attribution'],
  ['checkable', 'ar', 'قال الوزير إن الصادرات ارتفعت بنسبة 5٪.', 'attribution', 'percent', 'comparison'],
  ['neither', 'ar', 'ماذا سيحدث الآن؟'],
  ['checkable', 'hi', 'प्रधानमंत्री ने कहा कि 5 करोड़ लोग आए।', 'name', 'attribution', 'number'],
  ['checkable', 'sw', 'Watu 500 walikuja Nairobi mwaka 2019.', 'number', 'name', 'date'],
];

describe('worthOf', () => {
  it.each(cases)('is %s (%s): %s', (kind, language, sentence, ...shows) => {
    const worth = worthOf(sentence, language);
    expect(worth.kind).toBe(kind);
    expect(worth.reasons).toEqual(expect.arrayContaining(shows));
  });

  it('gives every checkable sentence a higher score than every other, between 0 and 1', () => {
    const scored = cases.map(([, language, sentence]) => worthOf(sentence, language));
    for (const { kind, score } of scored) {
      expect(score >= CHECKABLE).toBe(kind === 'checkable');
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('scores more where there is more to look up', () => {
    const [little, more] = ['The council spent money.', 'The council spent $4 million in 2019, Ana Ruiz said.'];
    expect(worthOf(more!, 'en').score).toBeGreaterThan(worthOf(little!, 'en').score);
  });

  it('gives reasons only of the vocabulary', () => {
    for (const [, language, sentence] of cases)
      for (const reason of worthOf(sentence, language).reasons) expect(reasons).toContain(reason);
  });
});

describe('suggestionsOf', () => {
  it('lists every sentence in reading order, counted in code points and placed in the document', () => {
    const paragraph = (text: string) => articleSchema.nodes.paragraph.create(null, articleSchema.text(text));
    const doc = articleSchema.nodes.doc.create(null, [paragraph('😀 Hello. It cost $5.'), paragraph('Why?')]);
    const found = suggestionsOf(doc, 'en');
    expect(found.map(({ exact, start, end, kind }) => [exact, start, end, kind])).toEqual([
      ['😀 Hello.', 0, 8, 'neither'],
      ['It cost $5.', 9, 20, 'checkable'],
      ['Why?', 21, 25, 'neither'],
    ]);
    for (const { from, to, exact } of found) expect(articleText(doc).between(from, to)).toBe(exact);
    expect(suggestionsOf(doc, 'en')).toBe(found);
  });
});
