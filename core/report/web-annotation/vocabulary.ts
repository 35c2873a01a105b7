import type { Stance } from '@/core/source/vocabulary';

/**
 * The terms of the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) and its neighbours that Stet writes and
 * reads. What the model has no term for is said in schema.org's words, whose prefix `schema` is in the model's own context, and
 * in CiTO's by their full address; nothing has to be added to the context for them.
 */
export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Who said the words of a target, where the article quotes somebody. */
export const SPEAKER = 'schema:author';
/** On a verdict, all words that it is of, where they stand at some place no more. */
export const JUDGED_WORDS = 'schema:claimReviewed';
/** On a target whose passage is gone (`OBSOLETE`), and on the first comment of a thread that is settled (`RESOLVED`). */
export const STATUS = 'schema:creativeWorkStatus';
export const OBSOLETE = 'Obsolete';
export const RESOLVED = 'Resolved';
export const PUBLISHER = 'schema:publisher';

/** For whom a body is (section 3.3.3): what has this is the newsroom's own. */
export const NEWSROOM_ALONE = { type: 'schema:Audience', 'schema:audienceType': 'newsroom' } as const;

/** What a source says of a claim, as CiTO (http://purl.org/spar/cito) characterises a citation: what the claim does with it. */
export const CHARACTER = 'http://purl.org/spar/cito/hasCitationCharacterisation';
export const stanceCharacters: Record<Stance, string> = {
  supports: 'http://purl.org/spar/cito/isSupportedBy',
  refutes: 'http://purl.org/spar/cito/isRefutedBy',
  context: 'http://purl.org/spar/cito/citesForInformation',
};
