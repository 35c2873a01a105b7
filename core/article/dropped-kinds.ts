/** What an import cannot keep, by name. Labels for people are in the catalogue, `articles.preview.dropped-kinds`. */
export const droppedKinds = [
  'script',
  'handler',
  'script-link',
  'local-link',
  'style',
  'drawing',
  'frame',
  'form',
  'control',
  'media',
  'picture-address',
  'tracking-picture',
  'hidden-text',
  'template',
  'comment',
  'nesting',
  'control-character',
  'front-matter',
  'markup',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];
