import { mulberry32 } from '../../core/anchor/mulberry32';

const makers =
  'The council,A spokesman,The ministry,The port authority,An auditor,The union,Two residents,The regulator,A former director,Their lawyer,The museum,One supplier'.split(
    ',',
  );
const deeds = 'approved,spent,counted,closed,sold,measured,promised,lost,inspected,ordered,rejected,found'.split(',');
const things =
  'tonnes of grain,new homes,hours of overtime,metres of track,school places,unpaid invoices,hospital beds,litres of diesel,voting papers,solar panels,stray dogs,letters'.split(
    ',',
  );
const places =
  'on Harbour Street,in the northern mill,by Lake Wester,at the old customs house,in Saint Ann parish,near the tram depot,across the border,on the upper farms,behind the stadium,along the canal,at sea,in two cellars'.split(
    ',',
  );
const tails =
  'although nobody had asked for it|before the flood of that spring|and said so in a letter|which the mayor still denies|while prices kept rising|after a vote that took all night|as three witnesses remember|but only on paper|under a law that has lapsed since|to the surprise of its own staff|with money meant for a bridge|until a judge stopped it'.split(
    '|',
  );

/**
 * Plain text of about `words` words in paragraphs of five sentences, the same at each call. As in a newsroom's article, hardly
 * two sentences resemble each other.
 */
export function articleOf(words: number): string {
  const random = mulberry32(7);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)];
  const sentence = () =>
    `${pick(makers)} ${pick(deeds)} ${Math.floor(random() * 9_000) + 20} ${pick(things)} ${pick(places)} in ${1950 + Math.floor(random() * 75)}, ${pick(tails)}.`;
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const paragraph = Array.from({ length: 5 }, sentence).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n');
}
