import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingsOfType, isInert, listedType, lookOfType, servedType, UNKNOWN_TYPE } from './evidence-kinds';
import { downloadName, keptName } from './file-name';
import { pageOfLocator, secondsOfLocator } from './locator';
import { isText, textType } from './text-type';

describe('keptName', () => {
  it('is one honest line of at most 180 characters, and kept as it is the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })), (given) => {
        const name = keptName(given);
        expect(name).toMatch(/^[^\p{Cc}/\\<>:"|?*]+$/u);
        expect(name).not.toMatch(/^\.|[\u202a-\u202e\u2066-\u2069]/);
        expect(Array.from(name).length).toBeLessThanOrEqual(180);
        expect(keptName(name)).toBe(name);
      }),
    );
  });
});

describe('downloadName', () => {
  it('ends in what the bytes are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('image/png', 'text/html', 'application/pdf', 'text/plain'),
        (given, type) => {
          const ending = downloadName(keptName(given), type).split('.').at(-1)!.toLowerCase();
          expect(endingsOfType(type)).toContain(ending);
        },
      ),
    );
  });
});

describe('the list of types', () => {
  it('serves as what they are only kinds of which no browser makes a page', () => {
    for (const type of [
      'text/html',
      'image/svg+xml',
      'application/xml',
      'application/xhtml+xml',
      'multipart/related',
      'message/rfc822',
    ])
      expect([listedType(type), servedType(type), isInert(lookOfType(type))]).toEqual([type, UNKNOWN_TYPE, false]);
    expect(listedType('application/x-shockwave-flash')).toBe(UNKNOWN_TYPE);
    expect(listedType('constructor')).toBe(UNKNOWN_TYPE);
  });
});

describe('textType', () => {
  it.each([
    ['<P>x', 'text/html'],
    ['\ufeff \n<!-- a --><!DOCTYPE html>', 'text/html'],
    ['<svg:svg xmlns:svg="x">', 'image/svg+xml'],
    ['<?xml version="1.0"?>\n<!-- <html> --><rss>', 'application/xml'],
    ['1 < 2 and <b> is bold', 'text/plain'],
    ['Subject: lunch\n\nAt noon?', 'text/plain'],
    ['name,age\n"Holt, Ane",42\nRoth,39', 'text/csv'],
    ['One, two, three.\nAnd four.', 'text/plain'],
  ])('of %j is %s', (text, type) => {
    expect(textType(text)).toBe(type);
  });

  it('is asked only of what is text', () => {
    expect([isText('a\tb\r\n'), isText('a\0b'), isText('\u001b['), isText('')]).toEqual([true, false, false, false]);
  });
});

describe('a locator', () => {
  it.each([
    ['page 212', 212, null],
    ['p. 3', 3, null],
    ['pp. 14-16', 14, null],
    ['S. 7', 7, null],
    ['see Seite 7', 7, null],
    ['212', 212, null],
    ['3-4', 3, null],
    ['12:30', null, 750],
    ['1:02:03', null, 3723],
    ['at 00:05', null, 5],
    ['minute 4', null, 240],
    ['4 min 20 s', null, 260],
    ['1 h 5 min', null, 3900],
    ["3'15''", null, 195],
    ['45 s', null, 45],
    ['table 3', null, null],
    ['chapter one', null, null],
    ['page 0', null, null],
    ['', null, null],
    [null, null, null],
  ])('%j names page %j, second %j', (locator, page, seconds) => {
    expect([pageOfLocator(locator), secondsOfLocator(locator)]).toEqual([page, seconds]);
  });
});
