import { type Claim, claimState } from '@/core/claim/claim';
import { isWebAddress } from '@/core/record';
import type { Citation } from '@/core/source/source';
import { evidenceOf } from '../evidence-of';
import type { Reading } from '../reading';
import { signatures } from '../signatures';
import { namingPlace, standingPlaces } from '../standing-places';
import { commentThreads } from './comments';
import { glyph } from './drawings';
import { html, type Markup } from './markup';
import { rationaleHtml } from './rationale';

/** The list of claims: one entry a claim, with its words, its verdict and why, and what it stands on. */
export function claimList(reading: Reading): Markup {
  const { report, words } = reading;
  return html`<section class="claims" id="list" aria-labelledby="list-title"><h2 id="list-title">${words('claims')}</h2>
${report.claims.length === 0 ? html`<p class="none">${words('noClaims')}</p>` : html`<ol>${report.claims.map((claim, index) => entry(reading, claim, index + 1))}</ol>`}</section>`;
}

function entry(reading: Reading, claim: Claim, number: number): Markup {
  const { words, verdictOf, report } = reading;
  const verdict = verdictOf(claim);
  const exact = namingPlace(claim)?.exact;
  const places = standingPlaces(claim).length;
  const direction = html`dir="auto" lang="${report.article.language}"`;
  const facts = [
    claim.attributedTo && words('attributedTo', { who: claim.attributedTo }),
    report.edition === 'internal' &&
      claim.severity &&
      words('html_severity', { severity: words(`severity_${claim.severity}`) }),
    places > 1 && words('html_places', { count: places }),
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<li id="c${number}" class="ci" data-colour="${verdict?.colour ?? 'none'}"><div class="ci__n num" aria-hidden="true">${number}</div><div class="ci__b">
<p class="ci__v">${glyph(verdict?.glyph, 'g--16')}${verdict?.label ?? words('noVerdict')}</p>
<blockquote class="ci__q" ${direction}>${places > 0 ? html`<a href="#t${number}" title="${words('backToText')}">${exact}</a>` : exact}</blockquote>
${facts && html`<p class="ci__a">${facts}</p>`}
${stateNote(reading, claim)}
${claim.rationale && html`<div class="ci__r" dir="auto">${rationaleHtml(claim.rationale)}</div>`}
${claim.correction && html`<div class="ci__f"><span>${words('correction')}</span><p ${direction}><del>${exact}</del> <ins>${claim.correction}</ins></p></div>`}
${claim.citations.length > 0 && html`<ol class="ci__s">${claim.citations.map((citation) => source(reading, citation))}</ol>`}
${commentThreads(reading, claim.comments)}
<p class="ci__w">${signatures(reading, claim)}</p></div></li>
`;
}

/** A verdict on words that have since changed must say so: it may no longer hold. */
function stateNote({ words, name, moment }: Reading, claim: Claim): Markup | null {
  if (claim.closed) {
    const { by, at, reason } = claim.closed;
    return html`<p class="ci__stale">${words('html_closed', { who: name(by), at: moment(at), reason })}</p>`;
  }
  const changed = standingPlaces(claim).find((place) => place.state === 'changed');
  if (changed) return html`<p class="ci__stale">${words('stale', { words: changed.current })}</p>`;
  return claimState(claim) === 'orphaned' ? html`<p class="ci__stale">${words('orphaned')}</p>` : null;
}

function source({ words, date, report }: Reading, citation: Citation): Markup {
  const { source } = citation;
  const title =
    source.url && isWebAddress(source.url)
      ? html`<a href="${source.url}" rel="noopener noreferrer nofollow">${source.title}</a>`
      : html`<b>${source.title}</b>`;
  const about = [
    words(`kind_${source.kind}`),
    source.publisher,
    source.author,
    source.publishedAt && date(source.publishedAt),
    citation.locator,
  ]
    .filter(Boolean)
    .join(' · ');
  return html`<li><span class="ci__st" data-stance="${citation.stance}">${words(`stance_${citation.stance}`)}</span><div>${title}<small>${about}</small>
<small>${citation.accessedAt ? words('consulted', { date: date(citation.accessedAt) }) : words('html_notConsulted')}${source.archivedUrl && isWebAddress(source.archivedUrl) && html` · <a href="${source.archivedUrl}" rel="noopener noreferrer nofollow">${words('archived')}</a>`}${source.confidential && html` · <b>${words('confidential')}</b>`}</small>
${citation.quote && html`<q dir="auto">${citation.quote}</q>`}${report.edition === 'internal' && citation.note && html`<small>${words('note', { note: citation.note })}</small>`}${report.edition === 'internal' && evidenceOf(citation).map(({ name, sha256 }) => html`<small dir="auto">${words('evidence', { name, sha256 })}</small>`)}</div></li>`;
}
