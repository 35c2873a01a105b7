import { directionOf } from '@/core/article/language';
import { XML_HEAD, xmlAttribute } from '@/core/opc/write-xml';
import { LIST_STEP } from './lists';
import { WORDPROCESSING } from './namespaces';
import { TEXT_WIDTH } from './table';

const SERIF = fonts('Newsreader');
const SANS = fonts('Inter');
const MONO = fonts('IBM Plex Mono');
const INK = '16181B';
const INK_2 = '43474D';
const INK_3 = '5F646B';
const PENCIL = '1B4BCB';
const LINE = 'CFD2CC';
/** The language that the report itself is in; the article's is that of the whole document. */
const lang = (tag: string) => `<w:lang w:val="${xmlAttribute(tag)}"/>`;

/** Paragraph and run properties of a style, as XML, in the schema's order. */
interface Drawn {
  readonly paragraph?: string;
  readonly run?: string;
  readonly basedOn?: string | null;
  readonly next?: string;
}

/** word/styles.xml (ECMA-376 part 1, 17.7): the look of an article and of the report on it. Sizes are in half points. */
export function stylesXml(language: string, locale: string): string {
  const own = lang(locale);
  const small = (run: string) => `${SANS}${run}${own}`;
  const styles = [
    paragraph('Normal', 'Normal', { basedOn: null, paragraph: spacing(0, 160, 312) }),
    ...[1, 2, 3, 4, 5, 6].map((level) =>
      paragraph(`Heading${level}`, `heading ${level}`, {
        paragraph: `<w:keepNext/><w:keepLines/>${spacing(level < 3 ? 360 : 240, 100, 264)}<w:outlineLvl w:val="${level - 1}"/>`,
        run: `${level < 5 ? '<w:b/><w:bCs/>' : '<w:i/><w:iCs/>'}${size([36, 30, 26, 24, 23, 23][level - 1]!)}`,
        next: 'Normal',
      }),
    ),
    paragraph('Title', 'Title', {
      paragraph: `<w:keepNext/>${spacing(0, 140, 252)}`,
      run: `<w:b/><w:bCs/>${size(46)}`,
      next: 'Normal',
    }),
    paragraph('Subtitle', 'Subtitle', { paragraph: spacing(0, 120, 276), run: `${colour(INK_2)}${size(24)}` }),
    paragraph('Quote', 'Quote', {
      paragraph: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="${LINE}"/></w:pBdr><w:ind w:left="425"/>`,
      run: colour(INK_2),
    }),
    paragraph('HTMLPreformatted', 'HTML Preformatted', {
      paragraph: `<w:shd w:val="clear" w:color="auto" w:fill="F5F6F4"/>${spacing(0, 160, 276)}`,
      run: `${MONO}${size(19)}<w:lang w:val="zxx"/>`,
    }),
    paragraph('Caption', 'caption', { paragraph: spacing(60, 160, 276), run: `${SANS}${colour(INK_3)}${size(18)}` }),
    paragraph('ListParagraph', 'List Paragraph', { paragraph: spacing(0, 80, 312) }),
    ...Array.from({ length: 9 }, (_, index) =>
      paragraph(`ListContinue${index === 0 ? '' : index + 1}`, `List Continue${index === 0 ? '' : ` ${index + 1}`}`, {
        paragraph: `${spacing(0, 80, 312)}<w:ind w:left="${LIST_STEP * (index + 1)}"/>`,
      }),
    ),
    paragraph('StetCell', 'Stet Cell', { paragraph: spacing(40, 40, 276), run: size(20) }),
    paragraph('StetColumnHead', 'Stet Column Head', {
      paragraph: `<w:keepNext/>${spacing(40, 40, 264)}`,
      run: `${SANS}<w:b/><w:bCs/>${size(17)}`,
    }),
    paragraph('StetImage', 'Stet Image', {
      paragraph: `<w:pBdr>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="dashed" w:sz="4" w:space="6" w:color="858A88"/>`).join('')}</w:pBdr>${spacing(160, 160, 276)}<w:ind w:left="120" w:right="120"/>`,
      run: small(`${colour(INK_3)}${size(18)}`),
    }),
    paragraph('StetFiller', 'Stet Filler', { paragraph: spacing(0, 0, 20, 'exact'), run: size(2) }),
    paragraph('StetKicker', 'Stet Kicker', {
      paragraph: `<w:keepNext/>${spacing(0, 120, 264)}`,
      run: small(`<w:b/><w:bCs/>${colour(INK_3)}<w:spacing w:val="6"/>${size(17)}`),
    }),
    paragraph('StetHead', 'Stet Head', {
      paragraph: spacing(0, 60, 276),
      run: small(`${colour(INK_2)}${size(18)}`),
    }),
    paragraph('StetFingerprint', 'Stet Fingerprint', {
      paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="10" w:color="${LINE}"/></w:pBdr>${spacing(0, 320, 276)}`,
      run: small(`${colour(INK_3)}${size(14)}`),
    }),
    paragraph('StetHeading', 'Stet Heading', {
      paragraph: `<w:keepNext/>${spacing(360, 140, 264)}<w:outlineLvl w:val="0"/>`,
      run: `<w:b/><w:bCs/>${size(34)}${own}`,
    }),
    paragraph('StetSubheading', 'Stet Subheading', {
      paragraph: `<w:keepNext/>${spacing(240, 80, 264)}`,
      run: small(`<w:b/><w:bCs/>${size(20)}`),
    }),
    paragraph('StetReportText', 'Stet Report Text', { paragraph: spacing(20, 50, 259), run: small(size(17)) }),
    paragraph('StetReportSmall', 'Stet Report Small', {
      basedOn: 'StetReportText',
      run: `${colour(INK_2)}${size(16)}`,
    }),
    paragraph('StetReportWords', 'Stet Report Words', { paragraph: spacing(20, 50, 259), run: size(20) }),
    paragraph('CommentText', 'annotation text', { paragraph: spacing(0, 40, 252), run: small(size(18)) }),
    ...commentStyles.map(([id, run]) => paragraph(id, nameOf(id), { basedOn: 'CommentText', run })),
    paragraph('Footer', 'footer', {
      paragraph: `<w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs>${spacing(0, 0, 240)}`,
      run: small(`${colour(INK_3)}${size(16)}`),
    }),
    character('CommentReference', 'annotation reference', size(16)),
    character('Hyperlink', 'Hyperlink', `${colour(PENCIL)}<w:u w:val="single"/>`),
    character('HTMLCode', 'HTML Code', `${MONO}${size(20)}`),
    character('StetLabel', 'Stet Label', colour(INK_3)),
    tableStyle,
  ];
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${SERIF}${colour(INK)}${size(23)}${languageOf(language)}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  return `${XML_HEAD}<w:styles xmlns:w="${WORDPROCESSING}">${defaults}${styles.join('')}</w:styles>`;
}

/** The paragraphs of a claim's comment (`claim-comment.ts`), each with how its words look. */
const commentStyles: readonly (readonly [id: string, run: string])[] = [
  ['StetVerdict', '<w:b/><w:bCs/>'],
  ['StetOpen', '<w:b/><w:bCs/>'],
  ['StetSame', '<w:b/><w:bCs/>'],
  ['StetChanged', '<w:i/><w:iCs/>'],
  ['StetSeverity', ''],
  ['StetSaid', ''],
  ['StetRationale', ''],
  ['StetCorrection', ''],
  ['StetNote', colour(INK_3)],
  ['StetSource', '<w:b/><w:bCs/>'],
  ['StetStance', ''],
  ['StetPublisher', ''],
  ['StetConsulted', ''],
  ['StetLocator', ''],
  ['StetQuote', '<w:i/><w:iCs/>'],
  ['StetConfidential', '<w:b/><w:bCs/>'],
  ['StetThread', ''],
  ['StetReply', ''],
  ['StetResolved', colour(INK_3)],
];

const tableStyle = `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="StetTable"><w:name w:val="Stet Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;

function paragraph(id: string, name: string, { paragraph = '', run = '', basedOn = 'Normal', next }: Drawn): string {
  const kind = `${id === 'Normal' ? ' w:default="1"' : ''}${isOwn(id) ? ' w:customStyle="1"' : ''}`;
  const parents = `${basedOn ? `<w:basedOn w:val="${basedOn}"/>` : ''}${next ? `<w:next w:val="${next}"/>` : ''}`;
  return `<w:style w:type="paragraph"${kind} w:styleId="${id}"><w:name w:val="${name}"/>${parents}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

function character(id: string, name: string, run: string): string {
  return `<w:style w:type="character"${isOwn(id) ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`;
}

function isOwn(id: string): boolean {
  return id.startsWith('Stet');
}

function nameOf(id: string): string {
  return id.replace(/(?!^)(?=[A-Z])/g, ' ');
}

function fonts(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function colour(hex: string): string {
  return `<w:color w:val="${hex}"/>`;
}

/** Before, after and between lines, in twentieths of a point; lines in 240ths of a line unless they are exact. */
function spacing(before: number, after: number, line: number, rule: 'auto' | 'exact' = 'auto'): string {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="${rule}"/>`;
}

/** Western, East Asian and right-to-left words each have a language of their own (17.3.2.20). */
function languageOf(tag: string): string {
  const value = xmlAttribute(tag);
  const asian = /^(zh|ja|ko)\b/.test(tag) ? ` w:eastAsia="${value}"` : '';
  const rightToLeft = directionOf(tag) === 'rtl' ? ` w:bidi="${value}"` : '';
  return `<w:lang w:val="${value}"${asian}${rightToLeft}/>`;
}
