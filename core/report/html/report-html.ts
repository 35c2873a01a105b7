import { isWebAddress } from '@/core/record';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { correctionsOf } from '../corrections';
import { credits, finished, method, provenance, signOffFacts, titleAndVersion } from '../credits';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { claimList } from './claims';
import { glyph, glyphDefinitions } from './drawings';
import { markedText } from './marked-text';
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
  const kicker = words(finished(reading) ? 'kicker' : 'kickerDraft');
  return html`<!doctype html>
<html lang="${reading.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="${report.edition === 'internal' ? 'noindex, nofollow' : 'all'}">
<meta name="generator" content="Stet">
<title>${kicker}: ${report.article.title}</title>
<style>${style(options.fonts)}</style>
</head>
<body>${glyphDefinitions(report.scale.verdicts.map((verdict) => verdict.glyph))}
<header class="rbar"><span class="stet">stet</span><span>${kicker}</span><nav><a href="#list">${words('claimsLink')}</a></nav></header>
<main class="doc">${head(reading)}
${summary(reading)}
${markedText(reading)}
${claimList(reading)}
${corrections(reading)}
${howItWasChecked(reading)}
</main></body>
</html>
`.source;
}

/** Whose the report is, and where the article is from. */
function head(reading: Reading): Markup {
  const { report, words } = reading;
  const { article } = report;
  const from = provenance(reading);
  const published =
    article.url &&
    isWebAddress(article.url) &&
    html`<a href="${article.url}" rel="noopener noreferrer nofollow">${words('html_published')}</a>`;
  return html`<header class="dh"><p class="dh__k">${words(finished(reading) ? 'kicker' : 'kickerDraft')}${report.edition === 'internal' && html`<span>${words('internal')}</span>`}</p>
<h1 dir="auto" lang="${article.language}">${article.title}</h1>${(from || published) && html`<p class="dh__b">${from}${from && published && ' · '}${published}</p>`}<p class="dh__m">${credits(reading)}</p></header>`;
}

function corrections(reading: Reading): Markup | null {
  const log = correctionsOf(reading);
  if (log.length === 0) return null;
  const { language } = reading.report.article;
  return html`<section class="corr" aria-labelledby="corrections-title"><h2 id="corrections-title">${reading.words('corrections')}</h2>
<ol>${log.map(({ when, body, words }) => html`<li><p class="corr__w">${when}</p><div><p class="corr__b" dir="auto">${body}</p>${words.length > 0 && html`<dl>${words.map(({ label, text }) => html`<div><dt>${label}</dt><dd dir="auto" lang="${language}">${text}</dd></div>`)}</dl>`}</div></li>`)}</ol></section>`;
}

function howItWasChecked(reading: Reading): Markup {
  const signed = signOffFacts(reading);
  const { report, words, moment } = reading;
  const { verdicts } = report.scale;
  const scale = words('scale', { name: report.scale.name });
  return html`<section class="meth" aria-labelledby="method-title"><h2 id="method-title">${words('method')}</h2>
<div class="meth__g">${method(reading).map((paragraph) => html`<p>${paragraph}</p>`)}</div>
${verdicts.length > 0 && html`<ul class="key" aria-label="${scale}">${verdicts.map((verdict) => html`<li data-colour="${verdict.colour}">${glyph(verdict.glyph, 'g--16')}<span><b>${verdict.label}</b>${verdict.definition}</span></li>`)}</ul>`}
<dl class="fp"><div><dt>${words('document')}</dt><dd>${titleAndVersion(reading)}</dd></div><div><dt>${words('state')}</dt><dd>${moment(report.article.updatedAt)}</dd></div><div class="fp__h"><dt>${words('fingerprint')}</dt><dd class="mono">${report.sha256}</dd></div>${signed && html`<div class="fp__w"><dt>${signed.signed.label}</dt><dd>${signed.signed.value}</dd></div><div class="fp__w"><dt>${signed.sha256.label}</dt><dd class="mono">${signed.sha256.value}</dd></div>`}</dl></section>`;
}
