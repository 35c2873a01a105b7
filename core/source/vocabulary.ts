/** The words that a source's and a citation's fields choose from, without the schemas that check them. */
export const sourceKinds = [
  'web',
  'document',
  'dataset',
  'interview',
  'email',
  'book',
  'broadcast',
  'image',
  'earlier-check',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];
/** How somebody was asked, or is to be. */
export const channels = ['in-person', 'phone', 'video', 'email', 'message', 'letter', 'social', 'other'] as const;
export type Channel = (typeof channels)[number];
/** The fields that only some kinds of source have, in the order in which they are asked for. */
export const detailsOfKind = {
  web: [],
  document: ['reference', 'edition'],
  dataset: ['edition'],
  interview: ['whom', 'role', 'channel', 'contact', 'consent'],
  email: ['whom', 'role', 'contact', 'consent'],
  book: ['edition', 'isbn'],
  broadcast: ['programme', 'minute'],
  image: ['place'],
  'earlier-check': ['checkedBy', 'found'],
  other: [],
} as const satisfies Record<SourceKind, readonly string[]>;
export type DetailField = (typeof detailsOfKind)[SourceKind][number];
/** How a place in a source is told: which of these a citation’s `locator` is. */
export type LocatorKind = 'page' | 'minute' | 'row' | 'section';
export const locatorOfKind: Record<SourceKind, LocatorKind> = {
  web: 'section',
  document: 'page',
  dataset: 'row',
  interview: 'minute',
  email: 'section',
  book: 'page',
  broadcast: 'minute',
  image: 'section',
  'earlier-check': 'section',
  other: 'section',
};
export const tiers = ['primary', 'secondary', 'tertiary'] as const;
export type Tier = (typeof tiers)[number];
/** Whether a source still carries what stands on it. What stands on one that is doubtful or fallen is checked again. */
export const standings = ['sound', 'doubtful', 'fallen'] as const;
export type Standing = (typeof standings)[number];
/** Whether a source carries less than before: then what stands on it is checked again. */
export function worsens(from: Standing, to: Standing): boolean {
  return standings.indexOf(to) > standings.indexOf(from);
}
/** What became of a source's address: it answers as before, with other words, or not at all. */
export const linkStates = ['alive', 'changed', 'dead'] as const;
export type LinkState = (typeof linkStates)[number];
/** How an evidence file came: put there by a person, or fetched as a copy of the source's page. */
export const fileOrigins = ['upload', 'copy'] as const;
export type FileOrigin = (typeof fileOrigins)[number];
export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];
