import type { Lexicon } from './lexicon';
import { list } from './lexicon';

/**
 * The same for other languages, a short list each: enough to tell a comparison, a cause, an attribution or an opinion.
 * Numbers, quotes and names are found by script in every language (`signs.ts`); a language without a list has those.
 */
export const others: Readonly<Record<string, Lexicon>> = {
  de: {
    words: {
      number: list(
        'zwei drei vier fünf sechs sieben acht neun zehn zwölf zwanzig hundert tausend hunderte tausende million millionen milliarde milliarden billionen dutzend hälfte drittel viertel doppelt verdoppelt mehrheit',
      ),
      money: list('euro dollar franken pfund rubel yen cent'),
      percent: list('prozent prozentpunkte prozentpunkten promille'),
      date: list('gestern heute morgen jahr jahre jahren jahrhundert jahrzehnt monat woche'),
      superlative: list(
        'meisten beste besten größte größten höchste höchsten niedrigste älteste älteste jüngste schlechteste einzige einzigen erste ersten nie niemals immer rekord',
      ),
      comparison: list(
        'mehr weniger höher niedriger größer kleiner besser schlechter stieg steigt gestiegen sank gesunken fiel wuchs gewachsen erhöhte verringerte zunahme rückgang verglichen',
      ),
      cause: list('weil wegen aufgrund deshalb dadurch folglich verursacht führte ausgelöst'),
      attribution: list(
        'sagte sagt erklärte erklärt laut zufolge behauptet behauptete teilte mitteilte berichtete berichtet bestätigte dementierte warnte kündigte versprach studie umfrage sprecher sprecherin',
      ),
      action: list(
        'ist sind war waren hat haben hatte hatten wird werden wurde wurden gab ging kam nahm fand blieb traf',
      ),
      opinion: list(
        'sollte sollten müsste finde glaube denke hoffentlich leider schön schrecklich furchtbar wunderbar großartig peinlich schade',
      ),
      self: list('ich mich mein meine wir uns unser sie'),
    },
    phrases: {},
  },
  fr: {
    words: {
      number: list(
        'deux trois quatre cinq six sept huit neuf dix douze vingt cent cents mille million millions milliard milliards dizaine dizaines centaine centaines moitié tiers quart double majorité',
      ),
      money: list('euro euros dollar dollars francs livres yens centimes'),
      percent: list('pourcentage pourcent'),
      date: list('hier aujourd’hui demain an ans année années siècle décennie mois semaine'),
      superlative: list('meilleur meilleure pire premier première seul seule unique record jamais toujours'),
      comparison: list(
        'plus moins davantage supérieur inférieur augmenté hausse baisse baissé progressé reculé croissance rapport',
      ),
      cause: list('car donc causé provoqué entraîné'),
      attribution: list(
        'déclaré dit affirmé assuré annoncé selon indiqué estimé confirmé démenti promis averti étude sondage porte-parole',
      ),
      action: list('est sont était étaient a ont avait avaient sera seront fut'),
      opinion: list(
        'devrait devraient faut crois pense hélas malheureusement magnifique terrible honteux merveilleux affreux',
      ),
      self: list('je me mon ma mes nous notre vous votre'),
    },
    phrases: {
      percent: [/pour cent/i],
      superlative: [/\b(?:le|la|les) (?:plus|moins)\b/i],
      cause: [/parce qu|en raison d|à cause d|grâce à/i],
      attribution: [/d[’']après/i],
    },
  },
  es: {
    words: {
      number: list(
        'dos tres cuatro cinco seis siete ocho nueve diez doce veinte cien cientos mil miles millón millones mitad tercio cuarto doble docena mayoría',
      ),
      money: list('euro euros dólar dólares pesos libras yenes céntimos'),
      percent: list('porcentaje porciento'),
      date: list('ayer hoy mañana año años siglo década mes semana'),
      superlative: list('mejor peor mayor menor primer primera primero único única récord nunca jamás siempre'),
      comparison: list('más menos superior inferior aumentó aumento subió bajó creció cayó redujo descenso'),
      cause: list('porque debido causó causado provocó'),
      attribution: list(
        'dijo afirmó aseguró anunció según declaró señaló explicó confirmó negó prometió advirtió estudio encuesta portavoz',
      ),
      action: list('es son era eran fue fueron ha han había será está están estaba'),
      opinion: list('debería deberían creo pienso ojalá lamentablemente hermoso terrible maravilloso vergonzoso'),
      self: list('yo me mi nosotros nuestro usted tú tu'),
    },
    phrases: {
      percent: [/por ciento/i],
      superlative: [/\b(?:el|la|los|las|lo) más/i],
      cause: [/a causa d|gracias a/i],
    },
  },
  it: {
    words: {
      number: list(
        'due tre quattro cinque sei sette otto nove dieci venti cento mille mila milione milioni miliardo miliardi metà terzo doppio decine centinaia maggioranza',
      ),
      money: list('euro dollaro dollari sterline yen'),
      date: list('ieri oggi domani anno anni secolo decennio mese settimana'),
      superlative: list('migliore peggiore maggiore minore primo prima unico unica record mai sempre'),
      comparison: list('più meno superiore inferiore aumentato aumento cresciuto calato sceso salito'),
      cause: list('perché causato provocato'),
      attribution: list(
        'detto dichiarato affermato annunciato secondo spiegato confermato smentito promesso studio sondaggio portavoce',
      ),
      action: list('è sono era erano ha hanno aveva sarà fu'),
      opinion: list('dovrebbe dovrebbero credo penso purtroppo meraviglioso terribile vergognoso'),
      self: list('io mi mio noi nostro voi tu'),
    },
    phrases: { percent: [/per cento/i], superlative: [/\b(?:il|la|i|gli|le) più/i], cause: [/a causa d|grazie a/i] },
  },
  pt: {
    words: {
      number: list(
        'dois três quatro cinco seis sete oito nove dez vinte cem mil milhão milhões bilhão bilhões metade terço dobro dezenas maioria',
      ),
      money: list('euro euros dólar dólares real reais libras'),
      date: list('ontem hoje amanhã ano anos século década mês semana'),
      superlative: list('melhor pior maior menor primeiro primeira único única recorde nunca sempre'),
      comparison: list('mais menos superior inferior aumentou aumento subiu caiu cresceu reduziu queda'),
      cause: list('porque devido causou provocou'),
      attribution: list(
        'disse afirmou anunciou segundo declarou explicou confirmou negou prometeu estudo pesquisa porta-voz',
      ),
      action: list('é são era eram foi foram tem têm tinha será está estão'),
      opinion: list('deveria deveriam acho penso infelizmente maravilhoso terrível vergonhoso'),
      self: list('eu me meu minha nós nosso você'),
    },
    phrases: { percent: [/por cento/i], superlative: [/\b(?:o|a|os|as) mais\b/i], cause: [/por causa d|graças a/i] },
  },
  nl: {
    words: {
      number: list(
        'twee drie vier vijf zes zeven acht negen tien twintig honderd duizend duizenden miljoen miljard helft derde dubbel meerderheid',
      ),
      money: list('euro dollar pond'),
      percent: list('procent procentpunt'),
      date: list('gisteren vandaag morgen jaar jaren eeuw maand week'),
      superlative: list('meeste beste grootste hoogste laagste eerste enige nooit altijd record'),
      comparison: list('meer minder hoger lager groter kleiner steeg daalde groei toename afname'),
      cause: list('omdat wegens vanwege doordat veroorzaakt'),
      attribution: list(
        'zei zegt volgens verklaarde meldde bevestigde ontkende beloofde onderzoek peiling woordvoerder',
      ),
      action: list('is zijn was waren heeft hebben had werd werden wordt zal'),
      opinion: list('moet moeten zou vind geloof helaas prachtig verschrikkelijk'),
      self: list('ik mij mijn wij ons jij'),
    },
    phrases: {},
  },
  ru: {
    words: {
      number: list(
        'два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч тысячи миллион миллиона миллионов миллиард миллиардов половина треть',
      ),
      money: list('рубль рублей рубля доллар долларов евро'),
      percent: list('процент процента процентов'),
      date: list(
        'вчера сегодня завтра год года году лет век месяц неделя января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
      ),
      superlative: list('самый самая самое самые впервые единственный рекорд никогда всегда крупнейший лучший худший'),
      comparison: list('больше меньше выше ниже вырос выросла снизился увеличился сократился чем рост'),
      cause: list('потому поэтому из-за вследствие благодаря'),
      attribution: list(
        'сказал сказала заявил заявила сообщил сообщила сообщает словам данным утверждает подтвердил исследование опрос',
      ),
      opinion: list('должен должны думаю считаю надеюсь увы прекрасный ужасный'),
      self: list('я мне мой мы наш вы'),
    },
    phrases: {},
  },
  ja: {
    words: {},
    phrases: {
      percent: [/パーセント|％|\d割/],
      money: [/[\d万億兆]円|ドル|ユーロ/],
      number: [/[一二三四五六七八九十百千万億兆数]+(?:人|年|月|日|件|回|社|台|倍|歳|カ国|か国)/],
      date: [/昨日|今日|明日|昨年|去年|今年|来年|先週|来週|先月|世紀/],
      name: [
        /[\p{sc=Han}ァ-ヺー]{2,}(?:首相|大統領|大臣|氏|さん|社長|知事|市長|教授|議員|会長|選手)|日本|米国|中国|韓国|東京|北京|[ァ-ヺー]{4,}/u,
      ],
      superlative: [/最も|最大|最高|最低|最多|初めて|唯一|一番|過去最/],
      comparison: [/より(?:も)?[多少大小高低強弱]|増え|増加|減少|減っ|上回|下回|上昇|低下/],
      cause: [/ため[、に]|によって|により|原因|だから|せいで/],
      attribution: [/と述べ|と話し|と語|と発表|によると|によれば|と明らかに|と指摘|と主張|と強調|調査/],
      action: [/した。?$|している|された|れた。?$|だった|である|いた。?$/],
      opinion: [/べきだ|と思う|と思い|素晴らしい|ひどい|残念|すてき/],
    },
  },
  zh: {
    words: {},
    phrases: {
      percent: [/百分之|％/],
      money: [/[元块]|美元|欧元|日元/],
      number: [/[一二两三四五六七八九十百千万亿]+(?:人|年|月|日|个|次|家|倍|岁|名|座)/],
      date: [/昨天|今天|明天|去年|今年|明年|上周|下周|上个月|世纪/],
      name: [/(?:总统|总理|主席|部长|先生|女士|公司|省长|市长|教授)|中国|美国|日本|北京|上海/],
      superlative: [/最[大高低多少好差长早]|首次|唯一|第一/],
      comparison: [/比.{1,12}[多少大小高低强弱]|增加|增长|减少|下降|上升|超过/],
      cause: [/因为|由于|导致|因此/],
      attribution: [/表示|指出|宣布|称[，：“]|据.{1,12}(?:报道|称)|认为|调查/],
      action: [/[了过]。?$|是/],
      opinion: [/应该|应当|我认为|我觉得|令人遗憾|太棒/],
    },
  },
  ko: {
    words: {},
    phrases: {
      percent: [/퍼센트|프로/],
      money: [/[\d만억조]\s?원|달러|유로/],
      date: [/어제|오늘|내일|작년|지난해|올해|내년|지난주|세기/],
      name: [/대통령|총리|장관|의원|회장|\p{sc=Hang}{2,4} 씨|한국|미국|중국|일본|서울/u],
      superlative: [/가장|최초|최대|최고|최저|유일/],
      comparison: [/보다|증가|감소|늘었|줄었|상승|하락/],
      cause: [/때문|인해|따라서/],
      attribution: [/밝혔|말했|전했|따르면|발표|주장/],
      action: [/다\.?$/],
      opinion: [/해야 한다|생각한다|아쉽/],
    },
  },
  ar: {
    words: {},
    phrases: {
      percent: [/٪|في المئة|بالمئة|بالمائة/],
      money: [/دولار|يورو|جنيه|ريال|درهم/],
      number: [/مليون|مليار|ملايين|آلاف|ألف|مئات|نصف/],
      date: [/أمس|اليوم|غدا|العام الماضي|عام|سنة|الأسبوع|الشهر/],
      name: [/الرئيس|رئيس|وزير|السيد|السيدة|شركة|مدينة|الولايات المتحدة|الصين/],
      superlative: [/الأكبر|أكبر|أول|الأكثر|أعلى|الوحيد|لأول مرة/],
      comparison: [/أكثر من|أقل من|ارتفع|انخفض|زاد|تراجع/],
      cause: [/بسبب|لأن|نتيجة|أدى إلى/],
      attribution: [/قال|قالت|صرح|أعلن|أكد|وفقا|بحسب|ذكر/],
      action: [/كان|كانت|بدأ|وقع|تم|أصبح/],
      opinion: [/يجب|ينبغي|أعتقد|للأسف/],
    },
  },
  hi: {
    words: {},
    phrases: {
      percent: [/प्रतिशत|फीसदी/],
      money: [/रुपये|रुपए|डॉलर/],
      number: [/लाख|करोड़|हज़ार|हजार|सौ/],
      date: [/कल|आज|साल|वर्ष|महीने|सप्ताह/],
      name: [/श्री|राष्ट्रपति|प्रधानमंत्री|मंत्री|भारत|दिल्ली|चीन/],
      superlative: [/सबसे|पहली बार|एकमात्र/],
      comparison: [/से अधिक|से ज्यादा|से कम|बढ़|घट/],
      cause: [/क्योंकि|के कारण|की वजह/],
      attribution: [/कहा|बताया|के अनुसार|घोषणा/],
      action: [/है|हैं|था|थे|थी|गया|हुई|हुआ/],
      opinion: [/चाहिए|मुझे लगता|दुर्भाग्य/],
    },
  },
};
