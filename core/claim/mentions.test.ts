import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn, peopleMentioned } from './mentions';
import { rationaleTree } from './rationale';

const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'ann-lee', name: 'Ann Lee' },
  { id: 'ann-marie', name: 'Ann-Marie Roy' },
  { id: 'maya', name: 'Maya Osei' },
  { id: 'zoe', name: 'Zoë Åkerlund' },
  { id: 'rana', name: 'رنا' },
  { id: 'wang', name: '王芳' },
  { id: 'nikos', name: 'Νίκος Παππάς' },
  { id: 'obrien', name: "Pat O'Brien" },
  { id: 'tom-1', name: 'Tom Hale' },
  { id: 'tom-2', name: 'Tom Hale' },
  { id: 'un', name: 'J. R. Under_score' },
];
const named = (text: string) => peopleMentioned(rationaleTree(text), people);

describe('whom a comment names', () => {
  it.each<[string, string, string[]]>([
    ['a full name', 'Ask @Maya Osei about it.', ['maya']],
    ['a name at the beginning and one at the end', '@Maya Osei, or @Ann', ['maya', 'ann']],
    ['each once', '@Ann and @ann and @ANN', ['ann']],
    ['the longest name that stands there', 'See @Ann Lee', ['ann-lee']],
    ['the shorter one where the longer one does not', 'See @Ann Leed', ['ann']],
    ['a name with a hyphen', 'See @Ann-Marie Roy', ['ann-marie']],
    ['nobody of another name that begins alike', 'See @Ann-Louise and @Anna and @Ann_x', []],
    [
      'a name in brackets, quotes and before a full stop',
      '(@Ann) “@Maya Osei” @Tom Hale.',
      ['ann', 'maya', 'tom-1', 'tom-2'],
    ],
    ['a genitive', "It is @Ann’s and @Maya Osei's", ['ann', 'maya']],
    ['a name in capitals', 'HEAR, @MAYA OSEI', ['maya']],
    ['capitals whose small forms differ', 'HEAR, @ΝΊΚΟΣ ΠΑΠΠΆΣ', ['nikos']],
    ['letters put together from parts', 'See @Zoe\u0308 A\u030akerlund', ['zoe']],
    ['nobody whose name lacks the marks', 'See @Zoe Akerlund', []],
    ['a no-break space and two spaces', 'See @Maya\u00a0Osei and @Tom  Hale', ['maya', 'tom-1', 'tom-2']],
    ['a name from right to left', 'اسأل @رنا.', ['rana']],
    ['a name in a script without spaces', '请@王芳看看', ['wang']],
    ['nobody in an e-mail address', 'Write to desk@Ann or jo.@ann or ann@ann.org', []],
    ['nobody in a domain', 'See @ann.org', []],
    ['a name before a full stop and a new sentence', 'Ask @Ann. Then wait.', ['ann']],
    ['nobody in code', 'Run `@Ann` and\n\n```\n@Maya Osei\n```', []],
    ['a name beside code', '`x` @Ann', ['ann']],
    ['names in emphasis, lists and quotes', "**@Ann**\n\n- @Maya Osei\n\n> @Pat O'Brien", ['ann', 'maya', 'obrien']],
    ['a name with signs of Markdown in it', 'See @J. R. Under_score now', ['un']],
    ['nobody across two lines', '@Maya\nOsei', []],
    ['nobody after two signs', '@@Ann', []],
    ['nobody where only the sign is', '@ and @', []],
  ])('%s', (_, text, ids) => {
    expect(named(text)).toEqual(ids);
  });

  const name = fc.array(fc.constantFrom('Ann', 'Lee', 'Zoë', 'رنا', '王', 'O’Hara', 'de'), {
    minLength: 1,
    maxLength: 3,
  });
  const newsroom = fc.uniqueArray(
    name.map((parts) => parts.join(' ')),
    { minLength: 1, maxLength: 5 },
  );

  it('is whoever’s whole name stands alone after the sign, in whatever case, and spans lie in order', () => {
    fc.assert(
      fc.property(
        newsroom,
        fc.nat(),
        fc.boolean(),
        fc.constantFrom('', 'See ', '(', '— '),
        (names, which, upper, before) => {
          const nameables = names.map((one, at) => ({ id: String(at), name: one }));
          const meant = which % names.length;
          const said = upper ? names[meant]!.toUpperCase() : names[meant]!;
          const [mention, ...others] = mentionsIn(`${before}@${said}, then.`, nameables);
          expect(others).toEqual([]);
          expect(mention).toEqual({ start: before.length, end: before.length + 1 + said.length, ids: [String(meant)] });
        },
      ),
    );
  });

  it('finds in any text only what reads as a name, none over another', () => {
    const text = fc
      .array(fc.constantFrom('@', ' ', 'Ann', 'ann', 'Lee', '-', '.', 'x', '王', 'e\u0301', '😀', '\ud83d'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (said) => {
        let end = 0;
        for (const mention of mentionsIn(said, people)) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          end = mention.end;
          const name = people.find(({ id }) => id === mention.ids[0])!.name;
          expect(
            said
              .slice(mention.start + 1, mention.end)
              .toLowerCase()
              .replace(/\s+/g, ' '),
          ).toBe(name.toLowerCase());
        }
      }),
    );
  });

  // At each sign no more is read than the longest name is long.
  it('comes to an end, however many signs and names there are', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ id: String(at), name: `${'Ann '.repeat(20)}${at}` }));
    expect(mentionsIn(`@${'Ann '.repeat(15)}`.repeat(300), many)).toEqual([]);
  }, 60_000);
});
