const places = [
  'Harbour Street',
  'the northern mill',
  'Lake Wester',
  'the old customs house',
  'Saint Ann parish',
  'the tram depot',
];
const makers = ['The council', 'A spokesman', 'The ministry', 'The port authority', 'An auditor', 'The union'];
const deeds = ['approved', 'spent', 'counted', 'closed', 'sold', 'measured'];
const things = [
  'tonnes of grain',
  'new homes',
  'hours of overtime',
  'metres of track',
  'school places',
  'unpaid invoices',
];

/** Plain text of about `words` words in paragraphs of five sentences, every sentence different, the same at each call. */
export function articleOf(words: number): string {
  const paragraphs: string[] = [];
  for (let sentence = 0, count = 0; count < words; sentence += 5) {
    const paragraph = Array.from({ length: 5 }, (_, index) => sentenceOf(sentence + index)).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n');
}

function sentenceOf(n: number): string {
  const pick = (list: string[], stride: number) => list[Math.floor(n / stride) % list.length];
  return `${pick(makers, 1)} ${pick(deeds, 6)} ${(n * 137) % 9_973} ${pick(things, 2)} at ${pick(places, 3)} in ${1980 + (n % 45)}, which was ${(n % 89) + 3} percent more than in the year before, according to file ${n}.`;
}
