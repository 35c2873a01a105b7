import type { Lexicon } from './lexicon';
import { list } from './lexicon';

/**
 * English words that show a statement of fact, or that it is none. Single words, lower case, as they stand in a text;
 * what needs several words or an ending is in `phrases`.
 */
export const english: Lexicon = {
  words: {
    number: list(`
      two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
      twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
      billions trillion trillions dozen dozens half halves quarter quarters thirds double doubled doubles triple tripled
      quadrupled twice thrice majority minority couple
    `),
    money: list(`
      dollar dollars euro euros pound pounds yen yuan won rupee rupees rouble roubles ruble rubles franc francs peso pesos
      cents bitcoin usd eur gbp jpy cny chf
    `),
    percent: list('percent percentage percentages pct'),
    date: list(`
      yesterday today tomorrow tonight ago decade decades century centuries midnight noon overnight annually yearly monthly
      weekly daily fortnight
    `),
    superlative: list(`
      most least best worst biggest largest smallest greatest highest lowest longest shortest fastest slowest richest poorest
      oldest youngest strongest weakest deadliest costliest cheapest busiest hottest coldest wettest driest closest farthest
      earliest heaviest newest safest tallest deepest widest steepest sharpest
      first only sole never always record unprecedented unique every none nobody everyone leading
    `),
    comparison: list(`
      more less fewer than bigger larger smaller greater higher lower longer shorter faster slower richer poorer older younger
      stronger weaker better worse cheaper earlier increase increases increased increasing decrease decreases decreased
      decreasing rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing growth decline
      declines declined declining drop drops dropped surge surged soar soared plunge plunged shrink shrank shrunk reduce
      reduces reduced reduction cut exceed exceeds exceeded outnumber outnumbered outpaced compared boost boosted dominates
      dominate dominated widened narrowed
    `),
    cause: list(`
      because caused causes causing cause triggered triggers therefore consequently hence blamed blames sparked prompted
      prompting fuelled fueled driven resulting
    `),
    attribution: list(`
      said says say told tells claimed claims claim announced announces stated states argued argues confirmed confirms denied
      denies warned warns insisted insists admitted admits acknowledged wrote tweeted posted testified estimated estimates
      reported reports reportedly allegedly alleged alleges accused accuses suggested suggests concluded concludes found
      promised pledged vowed pledges promises vows praised criticised criticized condemned declared explained added asked
      replied recalled predicted predicts forecast projected according study survey poll research spokesman spokeswoman
      spokesperson
    `),
    action: list(`
      is are was were be been has have had do does did will became become began begun bought brought broke built came caught
      chose drew drove ate fought flew gave gets got given went gone held hit kept knew laid led left lent let lost made met
      paid put ran sank sold sent set shot shut spent split spoke stole struck swam swore taught took taken thought threw
      told understood woke won wore wrote won't isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't don't
      includes contains remains lies stands owns runs leads produces makes employs costs covers controls supplies provides
      means requires allows bans holds operates exports imports serves sells lives works plans aims seeks faces
    `),
    opinion: list(`
      think believe feel hope wish guess suspect should ought opinion honestly frankly hopefully unfortunately sadly
      thankfully surely arguably beautiful ugly wonderful terrible awful horrible disgraceful disgrace shameful shame
      brilliant amazing stunning delicious disgusting boring interesting exciting lovely nice nasty stupid silly foolish wise
      clever tragic glorious magnificent superb dreadful fantastic marvellous marvelous pathetic absurd ridiculous outrageous
      unacceptable deserve deserves perfect good bad great evil noble charming dull bleak gorgeous inspiring
    `),
    self: list(`i me my we us our you your i'm i've i'd i'll we're we've you're let's`),
    instruction: list(`
      read click subscribe see watch listen follow share sign download share contact visit please thanks thank welcome hello
      hi dear imagine consider note remember look join
    `),
  },
  phrases: {
    money: [/\b(?:tax(?:payer)? money|per capita)\b/i],
    date: [
      /\b(?:last|next|this|past|previous|coming) (?:week|month|year|quarter|summer|autumn|fall|winter|spring|night|decade|century|season)s?\b/i,
      /\b(?:since|until|by|in|during|from) (?:early |late |mid-?)?(?:1[5-9]|20)\d\d\b/i,
    ],
    superlative: [
      /\b(?:the|[’']s|its|their|his|her)(?: \w+)? (?!rest\b|test\b|west\b|interest\b|forest\b|protest\b|request\b|arrest\b|contest\b|latest\b|honest\b|guest\b|quest\b|harvest\b|modest\b|conquest\b|unrest\b|priest\b)\w{3,}est\b/i,
      /\ball-time\b/i,
      /\bno (?:other|one)\b/i,
    ],
    comparison: [/\bas \w+ as\b/i, /\b(?:up|down) from\b/i, /\b(?:un)?like (?:in|its|other|most)\b/i],
    cause: [
      /\b(?:due to|led to|leads to|leading to|result(?:ed|s)? (?:in|of|from)|thanks to|owing to|responsible for|contributed to|so that)\b/i,
    ],
    attribution: [
      /\baccording to\b/i,
      /\b(?:data|figures|documents|records|experts?|analysts?|officials?) (?:show|suggest|say|indicate)s?\b/i,
    ],
    opinion: [
      /\bin (?:my|our) (?:view|opinion|mind)\b/i,
      /\b(?:it is|it’s|it's) (?:time|vital|essential|important|clear|hard|easy|fair|right|wrong)\b/i,
      /\b(?:must|has to|have to|need to|needs to) (?:not )?(?:be|do|act|stop|change|end|go|find|learn|start|take|make|give|stand|wake)\b/i,
    ],
  },
};
