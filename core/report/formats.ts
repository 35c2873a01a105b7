/** Every form that a report takes, with the ending of its file and its media type. */
export const exportFormats = {
  html: { ending: 'html', type: 'text/html; charset=utf-8' },
  pdf: { ending: 'pdf', type: 'application/pdf' },
  docx: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  md: { ending: 'md', type: 'text/markdown; charset=utf-8' },
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { ending: 'json', type: 'application/json' },
  claimreview: { ending: 'claimreview.jsonld', type: 'application/ld+json' },
  webannotation: {
    ending: 'annotations.jsonld',
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** The papers that a pdf is made for. */
export const papers = ['a4', 'us-letter'] as const;
export type Paper = (typeof papers)[number];

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(exportFormats, name);
}
