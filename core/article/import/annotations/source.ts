import { isWebAddress } from '@/core/record';
import { CHARACTER, NEWSROOM_ALONE, PUBLISHER, stanceCharacters } from '@/core/report/web-annotation/vocabulary';
import { type Stance, stances } from '@/core/source/vocabulary';
import type { Remark } from '../remark';
import { utc } from './agent';
import { member, members, words } from './json-value';
import type { Refusal } from './refusal';

type RemarkSource = Remark['sources'][number];

/**
 * What a linked body points to: an address alone, an external resource, or a SpecificResource with the words quoted and the day
 * (sections 3.2.1 and 4). Only web addresses are kept as such; what has none must have a title. `source-confidential` for what
 * was its newsroom's own, since a remark cannot say so and would lay it open.
 */
export function sourceOf(body: unknown): RemarkSource | Refusal {
  const resource = member(body, 'source') ?? body;
  const address = typeof resource === 'string' ? resource : (words(resource, 'id') ?? '');
  const url = isWebAddress(address) ? address : null;
  const label = words(resource, 'label');
  const title = label?.trim() ? label : url;
  if (isNewsroomsAlone(body)) return 'source-confidential';
  if (title === null) return 'source-address';
  const consulted = words(members(body, 'state')[0], 'sourceDate');
  return {
    url,
    title,
    publisher: words(resource, PUBLISHER),
    stance: stanceOf(body),
    quote:
      members(body, 'selector')
        .map((selector) => words(selector, 'exact'))
        .find(Boolean) ?? null,
    locator: resource === body ? null : words(body, 'label'),
    consulted: consulted === null ? null : utc(consulted),
  };
}

/** Whether a body is a link: an address, or a resource that has one and is not text of its own. */
export function isLink(body: unknown): boolean {
  if (typeof body === 'string') return true;
  if (words(body, 'value') !== null) return false;
  return member(body, 'source') !== undefined || words(body, 'id') !== null;
}

function isNewsroomsAlone(body: unknown): boolean {
  return members(body, 'audience').some(
    (audience) => words(audience, 'schema:audienceType') === NEWSROOM_ALONE['schema:audienceType'],
  );
}

function stanceOf(body: unknown): Stance {
  const character = words(member(body, CHARACTER), 'id');
  return stances.find((stance) => stanceCharacters[stance] === character) ?? 'context';
}
