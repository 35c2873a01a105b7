import { type Comment, type Thread, threadsOf } from '@/core/claim/comment';
import type { Reading } from '../reading';
import { html, type Markup } from './markup';
import { rationaleHtml } from './rationale';

/** The claim's threads, oldest first; null where nobody has commented, which is so of every claim of a public edition. */
export function commentThreads(reading: Reading, comments: readonly Comment[]): Markup | null {
  if (comments.length === 0) return null;
  const title = reading.words('html_comments');
  return html`<section class="ci__t" aria-label="${title}"><h3>${title}</h3>${threadsOf(comments).map((thread) => drawn(reading, thread))}</section>`;
}

function drawn(reading: Reading, { first, replies }: Thread): Markup {
  const { words, name, moment } = reading;
  const at = first.resolvedAt && moment(first.resolvedAt);
  const resolved =
    at &&
    (first.resolvedBy
      ? words('html_resolved', { who: name(first.resolvedBy), at })
      : words('html_resolvedUnsigned', { at }));
  return html`<div class="th">${comment(reading, first)}${replies.length > 0 && html`<div class="th__a">${replies.map((reply) => comment(reading, reply))}</div>`}${resolved && html`<p class="th__r">${resolved}</p>`}</div>`;
}

function comment({ name, moment }: Reading, { author, createdBy, createdAt, body }: Comment): Markup {
  return html`<div class="th__c"><p><b>${author ?? name(createdBy)}</b> <small>${moment(createdAt)}</small></p>${body && html`<div dir="auto">${rationaleHtml(body)}</div>`}</div>`;
}
