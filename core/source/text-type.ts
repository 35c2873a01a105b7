/** How much of a text is read to tell what it is, in characters. */
const READ = 16_384;

/**
 * The media type of a text, told from its words alone: a page, a drawing, other XML, a mail or a page saved as one, a table, or plain
 * text. `text` is its beginning, decoded.
 */
export function textType(text: string): string {
  const beginning = text.slice(0, READ).replace(/^\ufeff/, '');
  return markupType(beginning) ?? mailType(beginning) ?? (isTable(beginning) ? 'text/csv' : 'text/plain');
}

/** Whether bytes that decode as `text` are a text at all: no control characters but those that texts are laid out with. */
export function isText(text: string): boolean {
  return text.length > 0 && !/[^\P{Cc}\t\n\f\r\u0085]/u.test(text);
}

/** What a browser would take for markup (WHATWG, MIME Sniffing, 7.1): a tag that pages begin with, after white space and comments. */
const pageTags =
  /^<(?:!doctype\s+html|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p|meta|base|link|img|form|main|article)(?=[\s/>])/i;

function markupType(text: string): string | null {
  const start = text.replace(/^(?:\s+|<!--[\s\S]*?(?:-->|$))+/, '');
  if (/^<svg(?=[\s/>:])/i.test(start)) return 'image/svg+xml';
  if (/^<\?xml\b/i.test(start)) return xmlType(start);
  if (/^<!doctype\s+svg/i.test(start)) return 'image/svg+xml';
  if (pageTags.test(start)) return 'text/html';
  // Markup that begins with words is still what a browser would run if it were ever given it as a page.
  return /<(?:html|head|body|script|iframe)(?:\s[^<>]*)?>/i.test(text) && !mailType(text) ? 'text/html' : null;
}

function xmlType(text: string): string {
  const root = /<(?:[\w.-]+:)?([a-z][\w.-]*)(?=[\s/>])/i.exec(
    text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<![^>]*>/g, ''),
  );
  if (/^svg$/i.test(root?.[1] ?? '')) return 'image/svg+xml';
  return /^html$/i.test(root?.[1] ?? '') ? 'application/xhtml+xml' : 'application/xml';
}

const mailFields = /^(?:from|to|subject|date|received|message-id|mime-version|return-path|delivered-to):/i;

/** A mail begins with a block of headers (RFC 5322), at least three of which every mail has. */
function mailType(text: string): string | null {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!;
  const lines = head.split(/\r?\n/);
  const fields = lines.filter((line) => !/^[\t ]/.test(line));
  const from = /^From \S+/.test(fields[0] ?? '') ? fields.slice(1) : fields;
  if (from.length < 3 || !from.every((line) => /^[!-9;-~]+:/.test(line))) return null;
  if (from.filter((line) => mailFields.test(line)).length < 3) return null;
  return /^content-type:\s*multipart\/related/im.test(head) &&
    /^(?:snapshot-content-location|from:\s*<saved by)/im.test(head)
    ? 'multipart/related'
    : 'message/rfc822';
}

/** Rows of the same number of cells, more than one, parted by one of the usual signs. */
function isTable(text: string): boolean {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const whole = rows.length > 2 && text.length >= READ ? rows.slice(0, -1) : rows;
  if (whole.length < 2) return false;
  return [',', ';', '\t'].some((sign) => {
    const cells = whole.slice(0, 50).map((row) => row.replace(/"(?:[^"]|"")*"/g, '').split(sign).length);
    // The first row names its columns, all of them: what ends in the sign is rather a line of a program.
    const named = whole[0]!.split(sign).every((cell) => cell.trim() !== '');
    return named && cells[0]! > 1 && cells.every((count) => count === cells[0]);
  });
}
