import { describe, expect, it } from 'vitest';
import { Problem } from '@/core/problem';
import { formatOfFile } from './format';

describe('formatOfFile', () => {
  it.each([
    ['draft.txt', '', 'text'],
    ['Draft.MD', 'application/octet-stream', 'markdown'],
    ['page.htm', 'text/plain', 'html'],
    ['a.b/notes', 'text/html; charset=utf-8', 'html'],
    ['notes', '', 'text'],
    ['draft.docx', '', 'docx'],
    ['kept', 'application/json', 'json'],
  ])('takes %s (%s) as %s', (name, type, format) => {
    expect(formatOfFile(name, type)).toBe(format);
  });

  it.each(['draft.odt', 'draft.pdf', 'photo.jpeg'])('refuses %s', (name) => {
    expect(() => formatOfFile(name, 'text/plain')).toThrow(new Problem('wrong-kind'));
  });
});
