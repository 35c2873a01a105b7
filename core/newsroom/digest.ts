import type { wordsOf } from '@/core/words/words';
import { type NotificationKind, notificationKinds } from './notification';

/** What a digest may know of a piece of news: why, and where. Nothing that anybody wrote is among it. */
export interface Unmailed {
  readonly kind: NotificationKind;
  readonly articleId: string;
  readonly claimId: string | null;
}

/** A mail, ready to be sent. */
export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the digest is switched off. */
  readonly unsubscribe: string;
}

/** The most links of one kind; more are told by number, and found in Stet. */
const LINKS = 10;

/**
 * The digest of somebody's unread news: how many of each kind, and links. No word of any article, claim, comment, source or person
 * is in it: a mail lies in many hands. `origin` is the public address, without a slash at its end.
 */
export function digestOf(news: readonly Unmailed[], origin: string, words: ReturnType<typeof wordsOf<'news'>>): Digest {
  const subject = words('mail.subject', { count: news.length });
  const unsubscribe = `${origin}/settings#news`;
  const kinds = notificationKinds.flatMap((kind) => {
    const all = news.filter((one) => one.kind === kind);
    if (all.length === 0) return [];
    const links = [...new Set(all.map((one) => linkOf(one, origin)))];
    const more = links.length - LINKS;
    const said = more > 0 ? words('mail.more', { count: more }) : null;
    return [{ head: words(`mail.kind.${kind}`, { count: all.length }), links: links.slice(0, LINKS), said }];
  });
  const text = [
    subject,
    ...kinds.map(({ head, links, said }) => [head, ...links, ...(said ? [said] : [])].join('\n')),
    `${words('mail.foot')}\n${words('mail.off')}\n${unsubscribe}`,
  ].join('\n\n');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title></head><body style="font:15px/1.5 sans-serif;margin:24px;max-width:36em">`,
    `<h1 style="font-size:18px">${escaped(subject)}</h1>`,
    ...kinds.map(
      ({ head, links, said }) =>
        `<h2 style="font-size:15px;margin:20px 0 4px">${escaped(head)}</h2><ul style="margin:0;padding-left:20px">${links
          .map(
            (link, at) => `<li><a href="${escaped(link)}">${escaped(words('mail.open', { number: at + 1 }))}</a></li>`,
          )
          .join('')}${said ? `<li>${escaped(said)}</li>` : ''}</ul>`,
    ),
    `<p style="margin-top:28px;font-size:13px">${escaped(words('mail.foot'))} `,
    `<a href="${escaped(unsubscribe)}">${escaped(words('mail.off'))}</a></p></body></html>`,
  ].join('\n');
  return { subject, text: `${text}\n`, html, unsubscribe };
}

function linkOf({ articleId, claimId }: Unmailed, origin: string): string {
  const article = `${origin}/articles/${encodeURIComponent(articleId)}`;
  return claimId === null ? article : `${article}#claim-${encodeURIComponent(claimId)}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
