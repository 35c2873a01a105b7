import { describe, expect, it } from 'vitest';
import { type AboutPage, aboutPage } from './about-page';
import { parseHtml } from './tree';

const about = (html: string, address: string | null = null) => aboutPage(parseHtml(html), address);
const data = (...blocks: unknown[]) =>
  blocks.map((block) => `<script type="application/ld+json">${JSON.stringify(block)}</script>`).join('');
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const article = { '@type': 'NewsArticle', headline: 'The bridge' };

type Row = [what: string, html: string, found: string | null];
const holds = (name: keyof AboutPage, rows: Row[]) =>
  it.each(rows)(`takes ${name} from %s`, (_what, html, found) => {
    expect(about(html)[name]).toBe(found);
  });

describe('aboutPage', () => {
  holds('headline', [
    ['an article', data(article), 'The bridge'],
    ['an article in a graph', data({ '@graph': [{ '@type': 'WebSite', name: 'x' }, article] }), 'The bridge'],
    ['an article that a page is of', data({ '@type': 'WebPage', mainEntity: article }), 'The bridge'],
    ['an article of several types', data({ ...article, '@type': ['Thing', 'BlogPosting'] }), 'The bridge'],
    [
      'words escaped for HTML',
      data({ ...article, headline: 'Lee &amp; Ek&#8217;s &lt;bridge&gt; &#x1F600;' }),
      'Lee & Ek’s <bridge> 😀',
    ],
    ['the same article twice', data(article, article), 'The bridge'],
    ['nothing among several', data(article, { ...article, headline: 'Another' }), null],
    ['nothing that is no article', data({ '@type': 'Product', name: 'x' }), null],
    [
      'what is JSON among what is not',
      `<script type="application/ld+json">{"@type":</script>${data(article)}`,
      'The bridge',
    ],
    [
      'a script with old bounds',
      `<script type="application/ld+json">//<![CDATA[\n${JSON.stringify(article)}\n//]]></script>`,
      'The bridge',
    ],
    ['no other script', `<script>${JSON.stringify(article)}</script>`, null],
  ]);

  it('takes of several articles the one that is of this address', () => {
    const here = { ...article, headline: 'Here', mainEntityOfPage: { '@id': 'https://gazette.example/a' } };
    const page = data([article, here, { ...article, headline: 'There', url: 'https://gazette.example/b' }]);
    expect(about(page, 'https://gazette.example/a').headline).toBe('Here');
    expect(about(page, 'https://gazette.example/b').headline).toBe('There');
  });

  holds('byline', [
    ['an author', data({ ...article, author: { '@type': 'Person', name: 'Ann Lee' } }), 'Ann Lee'],
    ['authors', data({ ...article, author: [{ name: 'Ann Lee' }, 'Bo Ek', { name: 'Ann Lee' }] }), 'Ann Lee, Bo Ek'],
    [
      'an author who is described elsewhere',
      data({
        '@graph': [
          { ...article, author: { '@id': '#a' } },
          { '@id': '#a', name: 'Ann Lee' },
        ],
      }),
      'Ann Lee',
    ],
    ['an author before the meta', data({ ...article, author: 'Ann Lee' }) + meta('author', 'Editor'), 'Ann Lee'],
    ['a meta', meta('author', ' Ann\n Lee '), 'Ann Lee'],
    ['several metas', meta('citation_author', 'Lee, Ann') + meta('citation_author', 'Ek, Bo'), 'Lee, Ann, Ek, Bo'],
    ['no address', meta('article:author', 'https://gazette.example/ann'), null],
    ['a link', '<a rel="author nofollow" href="/ann">Ann Lee</a>', 'Ann Lee'],
    ['microdata', '<div itemprop="author">Photo: <b itemprop="name">Ann Lee</b></div>', 'Ann Lee'],
    ['a line that is styled so', '<p class="article__byline">By Ann Lee</p>', 'Ann Lee'],
    ['a line in the language of the page', '<html lang=de><p class=byline>Von Ann Lee</p>', 'Ann Lee'],
    ['no part of a name', '<html lang=en><p class=byline>Von Trier</p>', 'Von Trier'],
    ['what is marked before what is styled', '<p class=byline>The desk</p><a rel=author>Ann Lee</a>', 'Ann Lee'],
    ['no button', '<p class="byline-share">Share</p>', null],
    ['no comment', '<div class=comments><a rel=author>Troll</a><p class=author>Troll</p></div>', null],
    ['no other article', '<aside><p class=byline>Bo Ek</p></aside>', null],
    ['no long passage', `<p class=byline>${'word '.repeat(50)}</p>`, null],
  ]);

  holds('publishedAt', [
    ['an article', data({ ...article, datePublished: '2025-10-28T09:05:00+01:00' }), '2025-10-28T08:05:00Z'],
    ['a meta', meta('article:published_time', '2025-10-28'), '2025-10-28'],
    ['a meta by name', '<meta name="DC.date.issued" content="2025-10">', '2025-10'],
    ['microdata', '<meta itemprop="datePublished" content="2025-10-28">', '2025-10-28'],
    ['the surest meta', meta('date', '2024') + meta('article:published_time', '2025'), '2025'],
    ['a meta that can be read', meta('article:published_time', 'yesterday') + meta('date', '2025'), '2025'],
    [
      'a time that says so',
      '<time datetime="2024-01-01">x</time><time pubdate datetime="2025-10-28">x</time>',
      '2025-10-28',
    ],
    [
      'a time that is styled so',
      '<time datetime="2024-01-01"></time><time class="entry-date published" datetime="2025-10-28"></time>',
      '2025-10-28',
    ],
    ['the only time', '<time datetime="2025-10-28">x</time><p><time datetime="2025-10-28">x</time>', '2025-10-28'],
    ['none of several times', '<time datetime="2025-10-28">x</time><time datetime="2025-10-29">x</time>', null],
    ['no time of another article', '<aside><time datetime="2025-10-28">x</time></aside>', null],
  ]);

  holds('publisher', [
    [
      'the name of the site',
      meta('og:site_name', 'The Gazette') + data({ ...article, publisher: { name: 'Gazette Ltd' } }),
      'The Gazette',
    ],
    ['an article', data({ ...article, publisher: { '@type': 'Organization', name: 'Gazette Ltd' } }), 'Gazette Ltd'],
    ['a meta', meta('DC.publisher', 'The Gazette'), 'The Gazette'],
  ]);

  holds('language', [
    ['the page', '<html lang="pt_BR">', 'pt-BR'],
    ['the network', meta('og:locale', 'en_GB'), 'en-GB'],
    ['a header', '<meta http-equiv="Content-Language" content="de">', 'de'],
    ['the article', data({ ...article, inLanguage: 'fr' }), 'fr'],
    ['what is a language', `<html lang="???">${meta('og:locale', 'en_GB')}`, 'en-GB'],
  ]);

  holds('url', [
    ['the link', '<link rel="canonical" href="https://gazette.example/a">', 'https://gazette.example/a'],
    ['the network', meta('og:url', 'https://gazette.example/a'), 'https://gazette.example/a'],
    ['the article', data({ ...article, mainEntityOfPage: 'https://gazette.example/a' }), 'https://gazette.example/a'],
    ['no relative link', '<link rel="canonical" href="/a">', null],
    ['no script', '<link rel="canonical" href="javascript:x">', null],
  ]);

  it.each<[string, string]>([
    ['blocks of data without end', data(article).repeat(20_000)],
    [
      'data without end',
      `<script type="application/ld+json">${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}</script>`,
    ],
    [
      'graphs in graphs',
      `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}${']}'.repeat(50_000)}</script>`,
    ],
    ['bylines in bylines', '<div class=byline rel=author>x'.repeat(20_000)],
    ['headings in headings', '<h1><b>x'.repeat(20_000)],
    ['metas', meta('author', 'x').repeat(50_000)],
  ])('comes to an end with %s', (_what, html) => {
    expect(about(html).pageTitle).toBeNull();
  });
});
