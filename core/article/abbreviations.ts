/**
 * Words whose full stop does not end a sentence, by what may follow them. Lower case, without the last stop. One list for all
 * languages: an abbreviation of one is rarely the last word of a sentence in another, and articles quote across languages.
 */
const words = (list: string) => new Set(list.split(/\s+/));

/** A name follows: never an end. */
export const titles = words(`
  mr mrs ms mx dr drs prof rev fr hon gen maj lt col sgt cpl capt cmdr adm gov sen rep reps sens pres supt insp det
  messrs mme mmes mlle mgr mt ft sr sra srta sres dra don dn sig sigg dott prof.ssa avv ing arch on exmo exma ilmo
  hr fr frl dipl.-ing dhr mevr mw ds drs ir hra г-н г-жа проф акад им ул
`);

/** Always in the middle of a sentence. */
export const connectors = words(`
  vs cf viz approx ca circa incl excl e.g i.e eg z.b d.h u.a o.ä v.a i.d.r bzw vgl sog ggf evtl zzgl inkl gem
  p.ej p.e c.à.d env ecc-es cioè bijv d.w.z m.a.w o.a resp np tzw tj por ej ee т.е т.к см напр aprox
`);

/** A number follows when they are an abbreviation: `No. 5`, but `He said no. They left.` */
export const numbered = words(`
  no nos nr nrn num núm n° nº fig figs abb tab tbl art arts sec secs ch chap kap abs bd vol vols pt p pp pg pag pág págs
  s seite str sz z rz ziff v vv para eq op ed edn issue ver rev ст стр рис гл
  jan feb mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc ene abr ago set dic
`);

/** May be the last word of a sentence; then a word follows that sentences begin with. */
export const closers = words(`
  inc ltd llc plc co corp bros assn dept univ est al st ave blvd rd jr uu usw-es a.d b.c d.c mio mrd mill bn
  s.a s.l s.p.a s.r.l n.v b.v gmbh jh jhd
`);

/** Words that sentences begin with and names do not, by language: they tell `the U.S. The talks` from `the U.S. Navy`. */
const starters: Record<string, Set<string>> = {
  en: words(`
    the a an this that these those it its he his him she her they their them we our us i my you your there here and but or
    nor so yet for if when while where what who why how which in on at by from to with without within as after before since
    until during under over between among despite although though because however moreover meanwhile instead also still
    then now today yesterday tomorrow both each every either neither no not nobody none one two three four five six some
    many most more few all another other others such according earlier later last next only even just once thus hence
    asked is are was were has have had do does did will would can could should may might must let
  `),
  de: words(`
    der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser dieses jene
    jener und aber oder denn doch sondern wenn als während weil obwohl da dass ob wo was wer wie warum in im an am auf aus
    bei beim mit nach seit von vom zu zum zur für gegen ohne um durch über unter vor zwischen trotz laut auch nur schon noch
    dann danach damit dabei dazu daher deshalb jedoch allerdings zudem außerdem heute gestern morgen dort hier so nun jetzt
    alle viele einige kein keine nicht mehr sein seine seiner ihre ihrer
  `),
  fr: words(`
    le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je tu et mais ou or donc car si quand
    lorsque pendant tandis alors comme parce bien dans en sur sous à au aux par pour avec sans selon depuis après avant
    contre entre chez vers qui que quoi où pourquoi comment son sa ses leur leurs notre mon tout tous toutes plusieurs
    aucun cependant toutefois pourtant ainsi puis aussi même hier demain aujourd ici là
  `),
  es: words(`
    el la los las un una unos unas lo este esta estos estas ese esa eso aquel él ella ellos ellas nosotros yo y e pero o
    sino si cuando mientras aunque porque como donde que quien qué cómo en de del a al por para con sin según desde hasta
    tras ante entre sobre durante contra su sus mi todo todos toda todas muchos algunos ninguno también además sin embargo
    así luego después antes ayer hoy mañana aquí allí no se le
  `),
  it: words(`
    il lo la i gli le un uno una questo questa questi queste quel quella egli lei lui loro noi io e ed ma o però se quando
    mentre poiché perché come dove che chi cosa in di del della dei da dal dalla a al alla per con senza secondo tra fra su
    sul dopo prima durante contro suo sua suoi tutti tutto molti alcuni anche inoltre tuttavia così poi ieri oggi domani non si
  `),
  pt: words(`
    o a os as um uma este esta estes essas isso ele ela eles elas nós eu e mas ou se quando enquanto porque como onde que
    quem em no na nos nas de do da dos das por para com sem segundo desde até após antes entre sobre durante contra seu sua
    todos muitos alguns também além porém assim depois ontem hoje amanhã não
  `),
  nl: words(`
    de het een dit dat deze die hij zij ze wij we ik u en maar of want als toen terwijl omdat hoewel in op aan van voor met
    door over onder na sinds tot bij uit naar volgens zijn haar hun alle veel sommige ook echter daarom dan nu hier daar er niet
  `),
};

/** Whether a language writes ordinal numbers with a full stop: `am 3. Oktober`. */
export const ordinalStop = words('de da nb nn no fi et lv cs sk pl hu hr sr bs sl tr is fo lb');

/** Whether a word begins sentences in this language and is no part of a name. English stands in for languages without a list. */
export function beginsSentences(word: string, language: string): boolean {
  return (starters[language] ?? starters.en!).has(word.toLowerCase());
}
