import { describe, expect, it } from 'vitest';
import { type Citation, Source } from '@/core/source/source';
import { publicCitation, publicSource } from './public-source';

const source = (about: object): Source =>
  Source.parse({
    id: 's',
    revision: 1,
    kind: 'interview',
    tier: null,
    title: 'Talk about the light',
    url: null,
    publisher: null,
    author: null,
    publishedAt: null,
    accessedAt: null,
    archivedUrl: null,
    confidential: false,
    note: 'Ring after six.',
    files: [],
    contacts: [],
    createdBy: 'maya',
    createdAt: '2026-03-01T10:00:00Z',
    updatedAt: '2026-03-01T10:00:00Z',
    deletedAt: null,
    ...about,
  });
const details = { whom: 'Ane Hólt', role: 'keeper of the light', contact: '+47 555', channel: 'phone' };

describe('a source in a public edition', () => {
  it.each([
    ['nobody asked', { ...details }],
    ['they said no', { ...details, consent: false }],
    ['nothing more is known', { whom: 'Ane Holt' }],
  ])('never names who was asked where %s', (_, said) => {
    for (const about of [
      { author: 'Ane Holt' },
      { title: 'Interview with ANE HOLT' },
      { title: 'Holt, on the light' },
      { title: 'Ane_Hólt.mp3' },
      { url: 'https://tapes.example/ane-holt' },
      { url: 'https://tapes.example/H%C3%B3lt' },
      { archivedUrl: 'https://archive.example/?q=holt' },
    ]) {
      const told = publicSource(source({ details: said, ...about }));
      const text = decodeURIComponent(JSON.stringify(told))
        .normalize('NFKD')
        .replace(/\p{Mn}/gu, '');
      expect(text).not.toMatch(/holt|\bane\b|555/i);
      expect(told.title.length).toBeGreaterThan(0);
      expect(publicSource(told)).toEqual(told);
    }
  });

  it('shows their role instead, and a title that does not name them as it is', () => {
    expect(publicSource(source({ details, author: 'Ane Holt' }))).toMatchObject({
      title: 'Talk about the light',
      author: 'keeper of the light',
      details: { role: 'keeper of the light', channel: 'phone' },
    });
    expect(publicSource(source({ details, title: 'Ane Holt' })).title).toBe('keeper of the light');
    expect(publicSource(source({ details: { whom: 'Ane Holt' }, title: 'Ane Holt' })).title).toBe('Interview');
  });

  it('names who agreed, and tells nobody how they are reached', () => {
    const told = publicSource(source({ details: { ...details, consent: true }, title: 'Interview with Ane Holt' }));
    expect(told).toMatchObject({ title: 'Interview with Ane Holt', author: 'Ane Hólt, keeper of the light' });
    expect(JSON.stringify(told)).not.toContain('555');
    expect(publicSource(told)).toEqual(told);
  });

  it('tells nothing of what the newsroom thinks of it, nor what became of its address', () => {
    const told = publicSource(
      source({
        kind: 'web',
        author: 'Ane Holt',
        standing: 'fallen',
        standingReason: 'Forged.',
        link: 'dead',
        linkStatus: 404,
      }),
    );
    expect(told).toMatchObject({ author: 'Ane Holt', standing: 'sound', standingReason: null, link: null, note: null });
  });

  it('is quoted without their name', () => {
    const citation = {
      source: source({ details }),
      note: 'Ours.',
      locator: '12:30',
      quote: 'I, Ane, saw it.',
    } as Citation;
    expect(publicCitation(citation)).toMatchObject([{ quote: null, locator: '12:30', note: null }]);
    expect(publicCitation({ ...citation, quote: 'I saw it.' })).toMatchObject([{ quote: 'I saw it.' }]);
    expect(publicCitation({ ...citation, source: source({ confidential: true }) })).toEqual([]);
  });
});
