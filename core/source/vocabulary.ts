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
export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];
