import { lanesOf } from '@/core/anchor/lanes';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import { directionOf } from '@/core/article/language';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { type MarkedPlace, markedBlocks } from './article';
import { claimList } from './claims';
import { glyph, glyphDefinitions } from './drawings';
import { html, type Markup } from './markup';
import { type ReportFonts, style } from './style';
import { summary } from './summary';

/**
 * The Report as one self-contained HTML file (UTF-8): no script, no request, readable and printable on A4 and Letter, on a phone,
 * in light and dark. The policy in its head makes sure that nothing in it could act even if something got in.
 */
export function reportHtml(report: Report, options: { fonts?: ReportFonts; locale?: string } = {}): string {
  const reading = readingOf(report, options.locale ?? DEFAULT_LOCALE);
  const { words } = reading;
  const { article } = report;
  const title = article.title;
  return html`<!doctype html>
<html lang="${reading.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="${report.edition === 'internal' ? 'noindex, nofollow' : 'all'}">
<meta name="generator" content="Stet">
<title>${words('kicker')}: ${title}</title>
<style>${style(options.fonts)}</style>
</head>
<body>${glyphDefinitions(report.scale.verdicts.map((verdict) => verdict.glyph))}
<header class="rbar"><span class="stet">stet</span><span>${words('kicker')}</span><nav><a href="#list">${words('claimsLink')}</a></nav></header>
<main class="doc"><header class="dh"><p class="dh__k">${words(finished(report) ? 'kicker' : 'kickerDraft')}${report.edition === 'internal' && html`<span>${words('internal')}</span>`}</p>
<h1 dir="auto" lang="${article.language}">${title}</h1><p class="dh__m">${credits(reading)}</p></header>
${summary(reading)}
${text(reading)}
${claimList(reading)}
${method(reading)}
</main></body>
</html>
`.source;
}

/** A report is finished when every claim in it is approved; until then it says that it is a draft. */
function finished(report: Report): boolean {
  return report.claims.length > 0 && report.claims.every((claim) => claim.status === 'approved');
}

function credits({ report, words, names, moment }: Reading): string {
  const checkers = names(report.claims.map((claim) => claim.verdictBy));
  const approvers = names(report.claims.map((claim) => claim.approvedBy));
  return [
    words('about', { newsroom: report.newsroom, date: moment(report.article.updatedAt) }),
    checkers && words('checkedBy', { names: checkers }),
    approvers && words('approvedBy', { names: approvers }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The article with its claims underlined and numbered, and beside each block the notes of the claims that begin there. */
function text(reading: Reading): Markup {
  const { report, words } = reading;
  const doc = articleSchema.nodeFromJSON(report.article.doc);
  const places = placesOf(reading);
  const repeated = repeatedBlocks(doc);
  const blocks = articleText(doc).blocks;
  const rows = markedBlocks(doc, places).map(({ from, to, markup }) => {
    const at = blocks.findIndex((block) => block.from > from && block.from < to);
    const original = at === -1 ? undefined : repeated.get(at);
    const notes = places.filter((place) => place.from > from && place.from < to).map((place) => note(reading, place));
    const aside =
      original === undefined
        ? notes
        : [html`<span class="sn sn--rep">${words('repeats', { number: original + 1 })}</span>`];
    return html`<div class="pr${original !== undefined && ' pr--rep'}"><div>${markup}</div>${aside.length > 0 && html`<aside class="sns">${aside}</aside>`}</div>
`;
  });
  return html`<section class="txt" lang="${report.article.language}" dir="${directionOf(report.article.language)}" aria-label="${words('article')}">${rows}</section>`;
}

function placesOf({ report, words, verdictOf }: Reading): MarkedPlace[] {
  const standing = report.claims.flatMap((claim, index) =>
    claim.anchors.flatMap((anchor) =>
      anchor.from === null || anchor.to === null
        ? []
        : [{ claim, number: index + 1, from: anchor.from, to: anchor.to, id: anchor.id }],
    ),
  );
  const lanes = lanesOf(standing);
  return standing.map(({ claim, number, from, to, id }, index) => {
    const verdict = verdictOf(claim);
    const first = claim.anchors.find((anchor) => anchor.from !== null)?.id === id;
    return {
      number,
      from,
      to,
      lane: lanes[index]!,
      verdict,
      first,
      label: words('claim', { number, verdict: verdict?.label ?? words('noVerdict') }),
    };
  });
}

function note({ report, words, locale }: Reading, place: MarkedPlace): Markup {
  const claim = report.claims[place.number - 1]!;
  const reason = place.first
    ? rationaleText(rationaleTree(claim.rationale ?? ''))
    : words('sameAs', { number: place.number });
  return html`<a class="sn" lang="${locale}" dir="ltr" data-colour="${place.verdict?.colour ?? 'none'}" href="#c${place.number}"><span class="sn__n num">${place.number}</span>${glyph(place.verdict?.glyph)}<span><b>${place.verdict?.label ?? words('noVerdict')}</b> ${reason}</span></a>`;
}

function method({ report, words, moment }: Reading): Markup {
  const approved = report.claims.filter((claim) => claim.status === 'approved').length;
  const { verdicts } = report.scale;
  return html`<section class="meth" aria-labelledby="method-title"><h2 id="method-title">${words('method')}</h2>
<div class="meth__g"><p>${words('methodClaims', { approved, claims: report.claims.length })}</p><p>${words('methodText', { version: report.article.version })}</p></div>
${verdicts.length > 0 && html`<ul class="key" aria-label="${words('scale', { name: report.scale.name })}">${verdicts.map((verdict) => html`<li data-colour="${verdict.colour}">${glyph(verdict.glyph, 'g--16')}<span><b>${verdict.label}</b>${verdict.definition}</span></li>`)}</ul>`}
<dl class="fp"><div><dt>${words('document')}</dt><dd>${words('version', { title: report.article.title, version: report.article.version })}</dd></div><div><dt>${words('state')}</dt><dd>${moment(report.article.updatedAt)}</dd></div><div class="fp__h"><dt>${words('fingerprint')}</dt><dd class="mono">${report.sha256}</dd></div></dl></section>`;
}
