import type { XmlElement } from '@/core/opc/read-xml';
import type { Reading } from './reading';
import { subscript, superscript } from './run-look';
import { symbolOf, UNKNOWN_SYMBOL } from './symbols';
import type { TextWriter } from './text-writer';

/**
 * What a run holds beside plain words (ECMA-376 part 1, 17.3.3), fields (17.16), readings above characters and formulas (22.1).
 * Returns what happens as the element closes, `skip` to leave out what it holds, null for anything else.
 */
export function readRunContent(
  { name, attributes }: XmlElement,
  writer: TextWriter,
  reading: Reading,
): (() => void) | 'skip' | null {
  switch (name) {
    case 'w:tab':
    case 'w:ptab':
      writer.characters('\t');
      return null;
    case 'w:br':
      writer.lineBreak(/^(page|column)$/.test(attributes.get('w:type') ?? '') ? 'page' : 'break');
      return null;
    case 'w:cr':
      writer.lineBreak('break');
      return null;
    case 'w:noBreakHyphen':
      writer.characters('\u2011');
      return null;
    case 'w:softHyphen':
      writer.characters('\u00ad');
      return null;
    case 'w:sym':
      readSymbol(attributes, writer, reading);
      return null;
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      writer.reference(
        name === 'w:footnoteReference' ? 'footnote' : 'endnote',
        attributes.get('w:id') ?? '',
        /^(1|true|on)$/.test(attributes.get('w:customMarkFollows') ?? ''),
      );
      return null;
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      writer.number();
      return null;
    case 'w:commentReference':
      writer.comment(attributes.get('w:id') ?? '', 'reference');
      return null;
    case 'w:fldChar':
      writer.fieldSign(attributes.get('w:fldCharType'));
      return 'skip';
    case 'w:fldSimple':
      writer.simpleField(attributes.get('w:instr') ?? '');
      return () => writer.endField();
    case 'w:fldData':
      return 'skip';
    case 'w:control':
      if (reading.gone === 0) reading.tally.add('control');
      return 'skip';
    default:
      return readRubyOrFormula(name, writer, reading);
  }
}

function readSymbol(attributes: ReadonlyMap<string, string>, writer: TextWriter, reading: Reading): void {
  const symbol = symbolOf(attributes.get('w:font') ?? '', attributes.get('w:char') ?? '');
  if (symbol === UNKNOWN_SYMBOL && reading.gone === 0) reading.tally.add('symbol');
  writer.characters(symbol);
}

/** Of a formula the characters are kept, raised and lowered ones as such, and a stroke between the halves of a fraction. */
function readRubyOrFormula(name: string, writer: TextWriter, reading: Reading): (() => void) | null {
  switch (name) {
    case 'w:rt':
      return writer.holdRuby();
    case 'w:ruby':
      return () => writer.writeRuby();
    case 'm:oMath':
      if (reading.gone === 0) reading.tally.add('formula');
      return null;
    case 'm:num':
      return () => writer.characters('/');
    case 'm:sup':
    case 'm:sub': {
      const { script } = writer;
      writer.script = name === 'm:sup' ? superscript : subscript;
      return () => {
        writer.script = script;
      };
    }
    default:
      return null;
  }
}
