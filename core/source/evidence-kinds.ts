/** What an evidence file is, as people sort files. */
export const evidenceKinds = [
  'pdf',
  'image',
  'audio',
  'video',
  'mail',
  'page',
  'text',
  'document',
  'table',
  'slides',
  'archive',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How a file can be looked at in the desk: by the browser's own inert viewers, or as words that Stet reads out of it. */
export type Look = 'image' | 'audio' | 'video' | 'pdf' | 'words';

interface EvidenceType {
  readonly kind: EvidenceKind;
  readonly look: Look | null;
  /** What the names of such files end in; the first is put after a name that ends in none of them. */
  readonly endings: readonly [string, ...string[]];
}

/** The type of what no rule knows: kept as it is, to be downloaded and nothing else. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const look = (kind: 'image' | 'audio' | 'video', ...endings: [string, ...string[]]): EvidenceType => ({
  kind,
  look: kind,
  endings,
});
const words = (kind: EvidenceKind, ...endings: [string, ...string[]]): EvidenceType => ({
  kind,
  look: 'words',
  endings,
});
const keep = (kind: EvidenceKind, ...endings: [string, ...string[]]): EvidenceType => ({ kind, look: null, endings });

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/**
 * The list: every media type that an evidence file may have. Whatever is not in it is of `UNKNOWN_TYPE`. Only images, audio, video
 * and PDFs are ever shown by a browser as what they are.
 */
const types: Readonly<Record<string, EvidenceType>> = {
  'application/pdf': { kind: 'pdf', look: 'pdf', endings: ['pdf'] },
  'image/jpeg': look('image', 'jpg', 'jpeg', 'jpe', 'jfif'),
  'image/png': look('image', 'png'),
  'image/apng': look('image', 'apng', 'png'),
  'image/gif': look('image', 'gif'),
  'image/webp': look('image', 'webp'),
  'image/avif': look('image', 'avif'),
  'image/bmp': look('image', 'bmp'),
  'image/heic': keep('image', 'heic', 'heif'),
  'image/heif': keep('image', 'heif', 'heic'),
  'image/tiff': keep('image', 'tiff', 'tif'),
  'image/svg+xml': keep('image', 'svg'),
  'audio/mpeg': look('audio', 'mp3', 'mpga', 'mp2'),
  'audio/mp4': look('audio', 'm4a', 'mp4', 'm4b'),
  'audio/aac': look('audio', 'aac'),
  'audio/ogg': look('audio', 'ogg', 'oga', 'opus', 'spx'),
  'audio/wav': look('audio', 'wav'),
  'audio/flac': look('audio', 'flac'),
  'audio/amr': keep('audio', 'amr'),
  'video/mp4': look('video', 'mp4', 'm4v'),
  'video/webm': look('video', 'webm'),
  'video/ogg': look('video', 'ogv', 'ogg'),
  'video/quicktime': look('video', 'mov', 'qt'),
  'video/matroska': keep('video', 'mkv'),
  'video/vnd.avi': keep('video', 'avi'),
  'video/mpeg': keep('video', 'mpg', 'mpeg'),
  'video/3gpp': keep('video', '3gp'),
  'message/rfc822': keep('mail', 'eml'),
  'application/vnd.ms-outlook': keep('mail', 'msg'),
  'text/html': words('page', 'html', 'htm'),
  'application/xhtml+xml': words('page', 'xhtml', 'xht', 'html'),
  'multipart/related': keep('page', 'mhtml', 'mht'),
  'text/plain': words('text', 'txt', 'text', 'md', 'markdown', 'log', 'json', 'srt'),
  'text/csv': words('table', 'csv', 'tsv', 'txt'),
  'application/xml': keep('text', 'xml', 'rss', 'atom', 'kml', 'gpx'),
  'text/vtt': words('text', 'vtt'),
  'text/calendar': words('text', 'ics'),
  'text/vcard': words('text', 'vcf'),
  'application/rtf': keep('document', 'rtf'),
  'application/x-cfb': keep('document', 'doc', 'xls', 'ppt', 'msg'),
  [`${office}.wordprocessingml.document`]: keep('document', 'docx'),
  [`${office}.spreadsheetml.sheet`]: keep('table', 'xlsx'),
  [`${office}.presentationml.presentation`]: keep('slides', 'pptx'),
  [`${open}.text`]: keep('document', 'odt'),
  [`${open}.spreadsheet`]: keep('table', 'ods'),
  [`${open}.presentation`]: keep('slides', 'odp'),
  'application/epub+zip': keep('document', 'epub'),
  'application/zip': keep('archive', 'zip'),
  'application/gzip': keep('archive', 'gz', 'tgz'),
  'application/x-7z-compressed': keep('archive', '7z'),
  [UNKNOWN_TYPE]: keep('other', 'bin'),
};

/** Other names that the same bytes go by. */
const aliases: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'video/x-matroska': 'video/matroska',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
};

/** The name in the list of a type that was told from bytes; `UNKNOWN_TYPE` for what is not in it. */
export function listedType(told: string): string {
  const name = aliases[told] ?? told;
  return Object.hasOwn(types, name) ? name : UNKNOWN_TYPE;
}

export function kindOfType(type: string): EvidenceKind {
  return of(type).kind;
}

/** How a file of this type can be looked at; null where it can only be downloaded. */
export function lookOfType(type: string): Look | null {
  return of(type).look;
}

/**
 * The type that a file is served as. What a browser might run or draw as a page of ours (HTML, XML, SVG, mail) is never named to it
 * as what it is: it is bytes to be saved.
 */
export function servedType(type: string): string {
  const { kind, look: seen } = of(type);
  const harmless = saved.has(kind) || type === 'text/plain' || isInert(seen);
  return harmless ? listedType(type) : UNKNOWN_TYPE;
}

/** Whether the browser itself may show such a file in its place: it runs nothing of it. */
export function isInert(seen: Look | null): boolean {
  return seen !== null && seen !== 'words';
}

/** Kinds of which no browser makes a page, whatever their bytes. */
const saved: ReadonlySet<EvidenceKind> = new Set(['audio', 'video', 'document', 'table', 'slides', 'archive']);

/** What the names of files of this type end in, the usual one first. */
export function endingsOfType(type: string): readonly [string, ...string[]] {
  return of(type).endings;
}

function of(type: string): EvidenceType {
  return types[listedType(type)]!;
}
