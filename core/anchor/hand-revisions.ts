/**
 * Revisions as editors make them, with their truth. An anchor is written `[name: words]` in both drafts; in the new one `[name!:
 * words]` says that its passage moved. What is only in the old draft was deleted. A sign
 * that took the place of a sign at an anchor's end belongs to it.
 */
export interface HandRevision {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** A draft with its anchors taken out: UTF-16 offsets in `text`. */
export interface ReadDraft {
  readonly text: string;
  readonly anchors: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly moved: boolean;
  }[];
}

/** Reads a draft in the notation of `HandRevision`. */
export function readHandDraft(written: string): ReadDraft {
  const anchors: ReadDraft['anchors'][number][] = [];
  let text = '';
  let last = 0;
  for (const match of written.matchAll(/\[(\w+)(!?): ([^\]]*)\]/g)) {
    text += written.slice(last, match.index);
    const words = match[3]!;
    anchors.push({ id: match[1]!, start: text.length, end: text.length + words.length, moved: match[2] === '!' });
    text += words;
    last = match.index + match[0].length;
  }
  return { text: text + written.slice(last), anchors };
}

const page = (...lines: string[]) => lines.join('\n');

export const handRevisions: readonly HandRevision[] = [
  {
    what: 'a second draft after the editor’s questions',
    before: page(
      'City sells its last ferry',
      '[price: The council sold the ferry Astrid for 410,000 euros on Tuesday.] [vote: Nineteen of 31 members voted for the sale.] Mayor Lena Roth called it “the end of a long farewell”.',
      '[built: The ship was built in 1961 in the yard of Husum.] It carried up to 200 passengers a day. [accident: In 1983 it ran aground off Pellworm; nobody was hurt.]',
      '[debt: The harbour company owes its banks 3.2 million euros, according to its last annual report.] A spokesman declined to comment.',
    ),
    after: page(
      'City sells its last ferry',
      '[price: The council sold the ferry Astrid for 395,000 euros on Tuesday evening.] [vote: Nineteen of 31 members voted for the sale.] Two abstained. Mayor Lena Roth called it “the end of a long farewell”.',
      '[built: The ship was built in 1961 in the yard of Husum.] In its best years it carried up to 200 passengers a day.',
      '[debt: The harbour company owes its banks 3.2 million euros, its last annual report says.] A spokesman declined to comment.',
    ),
  },
  {
    what: 'the end brought to the front',
    before: page(
      'The museum has been closed since the flood of May.',
      '[cost: Repairs will cost about 12 million francs, the canton estimates.] The insurers pay half of it.',
      'Volunteers dried 4,000 maps by hand. [maps: Some of them date from the sixteenth century.]',
      '[opening: The museum will open again on 3 October, its director said on Friday.] Tickets are free that day.',
    ),
    after: page(
      '[opening!: The museum will open again on 3 October, its director said on Friday.] Tickets are free that day.',
      'The museum has been closed since the flood of May.',
      '[cost: Repairs will cost about 12 million francs, the canton estimates.] The insurers pay half of it.',
      'Volunteers dried 4,000 maps by hand. [maps: Some of them date from the sixteenth century.]',
    ),
  },
  {
    what: 'long sentences cut, short ones joined',
    before: page(
      '[long: The regulator fined the airline 1.1 million pounds in March after it had cancelled 430 flights without notice, which the airline disputes.] It has appealed.',
      '[one: The judge is Ada Okafor.] [two: She was appointed in 2015.] A ruling is expected before the summer.',
    ),
    after: page(
      '[long: The regulator fined the airline 1.1 million pounds in March after it had cancelled 430 flights without notice. The airline disputes that.] It has appealed.',
      '[one: The judge is Ada Okafor,] and [two: she was appointed in 2015.] A ruling is expected before the summer.',
    ),
  },
  {
    what: 'the same words in several places',
    before: page(
      'Ward one. [first: Turnout was 62 percent.] The mill district voted early.',
      'Ward two. [second: Turnout was 62 percent.] Rain fell all day.',
      'Ward three. [third: Turnout was 62 percent.] A booth closed late.',
    ),
    after: page(
      'Ward one. [first: Turnout was 62 percent.] The mill district voted early.',
      'Ward three. [third: Turnout was 62 percent.] A booth closed late.',
    ),
  },
  {
    what: 'a claim gone and a like one kept',
    before: page(
      '[gone: Exports to Norway rose by 14 percent in 2021.] The crown was weak then.',
      '[kept: Exports to Sweden rose by 9 percent in 2021.] Timber led the list.',
    ),
    after: page(
      'The crown was weak then.',
      '[kept: Exports to Sweden rose by 9 percent in 2021.] Timber led the list.',
    ),
  },
  {
    what: 'a phrase within a sentence that was rewritten around it',
    before:
      'According to the ministry, [share: more than 40 percent of all schools] lack a trained nurse, and the number is rising.',
    after:
      'The number is rising: the ministry says that [share: more than 40 percent of all schools] have no trained nurse today.',
  },
  {
    what: 'a quotation shortened and set in other marks',
    before:
      '“[quote: We have never paid a single bribe in this country, and we never will],” Novak said. He left the room.',
    after: '"[quote: We have never paid a single bribe in this country,]" Novak said. He left the room.',
  },
  {
    what: 'a paragraph copied below by mistake',
    before: page('Lead.', '[claim: The dam holds 90 million cubic metres.] It is full in June.', 'End of the story.'),
    after: page(
      'Lead.',
      '[claim: The dam holds 90 million cubic metres.] It is full in June.',
      'The dam holds 90 million cubic metres. It is full in June.',
      'End of the story.',
    ),
  },
  {
    what: 'two German paragraphs that changed places',
    before: page(
      'Der Prozess beginnt am Montag.',
      '[zeugen: Geladen sind 27 Zeugen und vier Gutachter.] Die Kammer hat zwölf Tage angesetzt, das Urteil soll noch vor Ostern fallen.',
      '[haft: Der Angeklagte sitzt seit 2022 in Haft.] Er schweigt.',
      'Die Verteidigung rechnet mit Freispruch.',
    ),
    after: page(
      'Der Prozess beginnt am Montag.',
      '[haft!: Der Angeklagte sitzt seit 2022 in Haft.] Er schweigt.',
      '[zeugen: Geladen sind 27 Zeugen und vier Gutachter.] Die Kammer hat zwölf Tage angesetzt, das Urteil soll noch vor Ostern fallen.',
      'Die Verteidigung rechnet mit Freispruch.',
    ),
  },
  {
    what: 'a list that lost an item and got another',
    before: page(
      'What we know:',
      '[a: Three of the five pumps failed.]',
      '[b: The alarm rang at 4.12 a.m.]',
      '[c: No one was on duty.]',
    ),
    after: page(
      'What we know:',
      '[a: Three of the five pumps failed.]',
      'The flood gate was open.',
      '[c: No one was on duty that night.]',
    ),
  },
];
