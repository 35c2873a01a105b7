/** The characters of the font Symbol from 0x20 on, as Unicode publishes Adobe's table; a space of no width where it has none. */
const symbolFont =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼' +
  '\u200b'.repeat(33) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u200b〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

/** Those of Wingdings that writers put into a text. */
const wingdings: Record<number, string> = {
  33: '🖉',
  34: '✂',
  40: '☎',
  42: '🖂',
  63: '🖎',
  65: '✌',
  67: '👍',
  68: '👎',
  69: '☜',
  70: '☞',
  71: '☝',
  72: '☟',
  74: '☺',
  75: '😐',
  76: '☹',
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  117: '◆',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  241: '⇧',
  242: '⇩',
  243: '⬄',
  251: '✗',
  252: '✔',
  253: '☒',
  254: '☑',
};

/** What is written for a character that only its font could draw. */
export const UNKNOWN_SYMBOL = '\ufffd';

/**
 * A symbol (ECMA-376 part 1, 17.3.3.30) as a Unicode character: by the font for Symbol and the commonest of Wingdings, as it is
 * for fonts that follow Unicode. UNKNOWN_SYMBOL where nothing tells.
 */
export function symbolOf(font: string, code: string): string {
  const written = /^[0-9a-f]{2,6}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  // Symbol fonts put their characters into the private area from U+F000 on.
  const inFont = written >= 0xf000 && written <= 0xf0ff ? written - 0xf000 : written;
  if (/^symbol$/i.test(font)) {
    const found = Array.from(symbolFont)[inFont - 0x20] ?? UNKNOWN_SYMBOL;
    return found === '\u200b' ? UNKNOWN_SYMBOL : found;
  }
  if (/^wingdings$/i.test(font)) return wingdings[inFont] ?? UNKNOWN_SYMBOL;
  const isPrivate = (written >= 0xe000 && written <= 0xf8ff) || written < 0x20 || written > 0x10ffff;
  const isWhole = !isPrivate && !(written >= 0xd800 && written <= 0xdfff) && (written & 0xfffe) !== 0xfffe;
  return isWhole ? String.fromCodePoint(written) : UNKNOWN_SYMBOL;
}
