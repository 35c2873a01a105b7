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
export const tiers = ['primary', 'secondary', 'tertiary'] as const;
export type Tier = (typeof tiers)[number];
/** Whether a source still carries what stands on it. What stands on one that is doubtful or fallen is checked again. */
export const standings = ['sound', 'doubtful', 'fallen'] as const;
export type Standing = (typeof standings)[number];
/** What became of a source's address: it answers as before, with other words, or not at all. */
export const linkStates = ['alive', 'changed', 'dead'] as const;
export type LinkState = (typeof linkStates)[number];
/** How an evidence file came: put there by a person, or fetched as a copy of the source's page. */
export const fileOrigins = ['upload', 'copy'] as const;
export type FileOrigin = (typeof fileOrigins)[number];
/** The fields of a source about which nothing was found out yet. */
export const newlyNamed = {
  details: null,
  standing: 'sound' as Standing,
  standingReason: null,
  standingBy: null,
  standingAt: null,
  link: null,
  linkStatus: null,
  linkAt: null,
  mergedInto: null,
};
export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];
