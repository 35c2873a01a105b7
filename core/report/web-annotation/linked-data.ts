/**
 * Linked data as text: JSON with two spaces and a final line end. It may stand inside a `script` element as it is: no `<` is
 * left in it that could close one.
 */
export function linkedJson(value: object): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}

/** The name of a record for programs everywhere (RFC 9562, section 4, for UUIDs, which all that Stet makes have as ids). */
export function urnOf(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? `urn:uuid:${id.toLowerCase()}`
    : `urn:stet:${encodeURIComponent(id)}`;
}

/** Where a claim is opened at the desk. */
export function deskAddress(origin: string, articleId: string, claimId: string): string {
  return `${origin}/articles/${encodeURIComponent(articleId)}#claim-${encodeURIComponent(claimId)}`;
}
