import { nameTable, sfnt } from './sfnt';

/** The em of this font and the box that it draws, in font units. */
const EM = 1000;
const BOX = { left: 60, right: 540, bottom: -40, top: 700, line: 40 };
const ADVANCE = 600;

/**
 * A font in which every character of Unicode is the same empty box, and every space a space. A character that no other font has is
 * then seen to be missing, can still be found and copied, and keeps PDF/UA (which allows no text without a glyph) within reach.
 *
 * A typesetter that looks for a substitute prefers what resembles the font that it substitutes, and of several the shortest name:
 * this one claims a fixed pitch and a very long name, so that any other font is taken first.
 */
export function lastResortFont(): Buffer {
  const glyphs = [boxOutline(), boxOutline(), Buffer.alloc(0)];
  const glyf = Buffer.concat(glyphs);
  const starts = glyphs.map((_, index) => Buffer.concat(glyphs.slice(0, index)).length);
  const family = `Stet Last Resort ${'box '.repeat(60).trim()}`;
  return sfnt(
    0x00010000,
    new Map([
      ['OS/2', os2()],
      ['cmap', cmap()],
      ['glyf', glyf],
      ['head', head()],
      ['hhea', hhea(glyphs.length)],
      ['hmtx', shorts(...glyphs.flatMap(() => [ADVANCE, BOX.left]))],
      ['loca', longs(...starts, glyf.length)],
      ['maxp', maxp(glyphs.length)],
      ['name', nameTable(family, 'Regular', 'StetLastResort')],
      ['post', Buffer.concat([longs(0x00030000, 0), shorts(-75, 50), longs(1, 0, 0, 0, 0)])],
    ]),
  );
}

const BOX_GLYPH = 1;
const SPACE_GLYPH = 2;

/** Format 13 (OpenType, "cmap"): many characters to one glyph. Everything is a box but the controls and the spaces of Latin-1. */
function cmap(): Buffer {
  const groups = [
    [0, 0x20, SPACE_GLYPH],
    [0x21, 0x9f, BOX_GLYPH],
    [0xa0, 0xa0, SPACE_GLYPH],
    [0xa1, 0x10ffff, BOX_GLYPH],
  ];
  const length = 16 + 12 * groups.length;
  // One subtable, for Unicode in full.
  return Buffer.concat([
    shorts(0, 1, 0, 6),
    longs(12),
    shorts(13, 0),
    longs(length, 0, groups.length, ...groups.flat()),
  ]);
}

/** Two rectangles, one within the other and the other way round, so that what lies between them is filled. */
function boxOutline(): Buffer {
  const { left, right, bottom, top, line } = BOX;
  const xs = [left, left, right, right, left + line, right - line, right - line, left + line];
  const ys = [bottom, top, top, bottom, bottom + line, bottom + line, top - line, top - line];
  const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0));
  return Buffer.concat([
    shorts(2, left, bottom, right, top, 3, 7, 0),
    // Eight points on the curve, each coordinate two bytes.
    Buffer.alloc(8, 1),
    shorts(...steps(xs), ...steps(ys)),
  ]);
}

function head(): Buffer {
  return Buffer.concat([
    longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    shorts(0, EM),
    longs(0, 0, 0, 0),
    shorts(BOX.left, BOX.bottom, BOX.right, BOX.top, 0, 8, 2, 1, 0),
  ]);
}

function hhea(glyphs: number): Buffer {
  return Buffer.concat([
    longs(0x00010000),
    shorts(750, -250, 0, ADVANCE, BOX.left, BOX.left, BOX.right, 1, 0, 0, 0, 0, 0, 0, 0, glyphs),
  ]);
}

function maxp(glyphs: number): Buffer {
  return Buffer.concat([longs(0x00010000), shorts(glyphs, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)]);
}

function os2(): Buffer {
  return Buffer.concat([
    shorts(4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 260, 0),
    // Panose: of no kind.
    Buffer.alloc(10),
    longs(0, 0, 0, 0),
    Buffer.from('Stet', 'latin1'),
    shorts(0x40, 0x20, 0xffff, 750, -250, 0, 750, 250),
    longs(0, 0),
    shorts(500, 700, 0, 0x20, 1),
  ]);
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt16BE(value & 0xffff, 2 * index);
  });
  return bytes;
}

function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value >>> 0, 4 * index);
  });
  return bytes;
}
