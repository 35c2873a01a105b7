import { isWebAddress } from '@/core/record';
import type { Citation, Source, SourceKind } from '@/core/source/source';
import { urnOf } from './linked-data';
import { CHARACTER, NEWSROOM_ALONE, PUBLISHER, stanceCharacters } from './vocabulary';

/**
 * A citation as a linked body: the source at its web address, or under a name of its own where it has none; the very words quoted
 * as its selector, the place in it (page, minute) as its label, and when it was consulted, with the copy of it, as a TimeState
 * (section 4.3.1).
 */
export function sourceBody({ source, stance, quote, locator, accessedAt }: Citation): object {
  const { publisher } = source;
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: {
      id: addressOf(source) ?? urnOf(source.id),
      ...typeOf(source.kind),
      label: source.title,
      ...(publisher !== null && { [PUBLISHER]: publisher }),
    },
    ...(quote !== null && quote !== '' && { selector: { type: 'TextQuoteSelector', exact: quote } }),
    ...(locator !== null && locator !== '' && { label: locator }),
    ...state(source, accessedAt),
    [CHARACTER]: { id: stanceCharacters[stance] },
    ...(source.confidential && { audience: NEWSROOM_ALONE }),
  };
}

function addressOf({ url }: Source): string | null {
  return url !== null && isWebAddress(url) ? url : null;
}

function state({ archivedUrl }: Source, accessedAt: string | null): object {
  const cached = archivedUrl !== null && isWebAddress(archivedUrl) ? { cached: archivedUrl } : {};
  const consulted = accessedAt === null ? {} : { sourceDate: accessedAt };
  const known = { ...consulted, ...cached };
  return Object.keys(known).length === 0 ? {} : { state: { type: 'TimeState', ...known } };
}

/** What a source is, where its kind says so for certain (section 3.2.2). */
function typeOf(kind: SourceKind): object {
  if (kind === 'dataset') return { type: 'Dataset' };
  if (kind === 'image') return { type: 'Image' };
  return kind === 'book' || kind === 'email' ? { type: 'Text' } : {};
}
