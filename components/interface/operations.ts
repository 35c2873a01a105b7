import type { Article, ArticlePreview, ArticleWithDoc, CreateArticle, PatchArticle } from '@/core/article/article';
import type { Version } from '@/core/article/version';
import type { AssignClaims, Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { CreateGuest, Guest, MadeGuest } from '@/core/newsroom/guest';
import type { Person } from '@/core/newsroom/person';
import type { Page } from '@/core/record';
import type { Contact, CreateContact, PatchContact } from '@/core/source/contact';
import type {
  CreateSource,
  EvidenceFile,
  ListedSource,
  MergedSource,
  PatchSource,
  SetStanding,
  Source,
  SourceClaim,
} from '@/core/source/source';
import { call } from './call';
import { everyItem, withQuery } from './pages';

/**
 * The plain calls that screens make, by the record they concern. What the desk changes goes through its outbox instead, which
 * keeps it until the server has it.
 */
type Signal = AbortSignal | undefined;
const at = (strings: TemplateStringsArray, ...ids: string[]) =>
  String.raw({ raw: strings }, ...ids.map(encodeURIComponent));

export const articles = {
  list: (query: { status?: string; q?: string; limit?: number; cursor?: string | null }, signal?: Signal) =>
    call<Page<Article>>('GET', withQuery('/api/articles', query), { signal }),
  get: (id: string, signal?: Signal) => call<ArticleWithDoc>('GET', at`/api/articles/${id}`, { signal }),
  create: (body: CreateArticle | FormData, signal?: Signal) => call<Article>('POST', '/api/articles', { body, signal }),
  /** What `create` would make of the same body; nothing is saved. */
  preview: (body: CreateArticle | FormData, signal?: Signal) =>
    call<ArticlePreview>('POST', '/api/articles?dryRun=1', { body, signal }),
  change: (id: string, ifMatch: number, body: PatchArticle) =>
    call<Article>('PATCH', at`/api/articles/${id}`, { body, ifMatch }),
  delete: (id: string, ifMatch: number) => call<Article>('DELETE', at`/api/articles/${id}`, { ifMatch }),
  restore: (id: string) => call<Article>('POST', at`/api/articles/${id}/restore`),
  claims: (id: string, signal?: Signal) => everyItem<Claim>(at`/api/articles/${id}/claims`, signal),
  /** Gives claims to people, all at one stroke; nobody in `to` takes them away. */
  assign: (id: string, body: AssignClaims) =>
    call<{ items: Claim[] }>('POST', at`/api/articles/${id}/assignments`, { body }),
};

export const staff = {
  list: (signal?: Signal) => everyItem<Person>('/api/people', signal),
  /** How many claims everybody has in hand, in the articles that this person may open. */
  load: (signal?: Signal) =>
    call<{ items: { personId: string; claims: number }[] }>('GET', '/api/work/load', { signal }),
};

export const guests = {
  list: (articleId: string, signal?: Signal) => everyItem<Guest>(at`/api/articles/${articleId}/guests`, signal),
  /** The link is in this answer and never again. */
  invite: (articleId: string, body: CreateGuest) =>
    call<MadeGuest>('POST', at`/api/articles/${articleId}/guests`, { body }),
  revoke: (articleId: string, id: string) => call<undefined>('DELETE', at`/api/articles/${articleId}/guests/${id}`),
};

export const claims = {
  get: (id: string, signal?: Signal) => call<Claim>('GET', at`/api/claims/${id}`, { signal }),
  history: (id: string, signal?: Signal) => everyItem<Event>(at`/api/claims/${id}/history`, signal),
  /** Where the lost places of a claim could be, in ProseMirror positions of `version`, the likeliest first. */
  candidates: (id: string, signal?: Signal) =>
    call<{
      version: number;
      items: {
        anchorId: string;
        candidates: { from: number; to: number; exact: string; similarity: number }[];
      }[];
    }>('GET', at`/api/claims/${id}/candidates`, { signal }),
};

/** What becomes of the anchors by a new draft or an old version, counted and one by one. */
export interface DraftOutcome {
  readonly version: number;
  readonly anchors: Readonly<Record<Outcome, number>>;
  readonly claims?: readonly {
    readonly claimId: string;
    readonly anchorId: string;
    readonly outcome: Outcome;
    readonly exact: string;
    readonly current: string | null;
  }[];
  /** The draft as it was read; ProseMirror JSON. */
  readonly doc?: object;
  readonly dropped?: ArticlePreview['dropped'];
  readonly remarks?: ArticlePreview['remarks'];
  readonly changes?: number;
}

/** What became of annotations of another tool. */
export interface AnnotationsTaken {
  readonly created: number;
  readonly known: number;
  readonly skipped: readonly { readonly index: number; readonly reason: string }[];
}
type Outcome = 'kept' | 'moved' | 'changed' | 'orphaned';

/** What is asked of the text as a whole. `still`: refused (409) unless the article is still at this version. */
export const texts = {
  versions: (id: string, signal?: Signal) => everyItem<Version>(at`/api/articles/${id}/versions`, signal),
  version: (id: string, version: number, signal?: Signal) =>
    call<{ version: number; text: string }>('GET', at`/api/articles/${id}/versions/${String(version)}`, { signal }),
  draft: (id: string, body: object, query: { dryRun?: 1; version?: number }, signal?: Signal) =>
    call<DraftOutcome>('POST', withQuery(at`/api/articles/${id}/drafts`, query), { body, signal }),
  annotations: (id: string, body: object) =>
    call<AnnotationsTaken>('POST', at`/api/articles/${id}/annotations`, { body }),
  restore: (id: string, version: number, query: { dryRun?: 1; version?: number }, signal?: Signal) =>
    call<DraftOutcome>('POST', withQuery(at`/api/articles/${id}/versions/${String(version)}/restore`, query), {
      signal,
    }),
  correct: (id: string, chosen: readonly { id: string; revision: number }[]) =>
    call<{ applied: string[]; refused: { id: string; detail: string }[] }>(
      'POST',
      at`/api/articles/${id}/corrections`,
      {
        body: { claims: chosen },
      },
    ),
};

export const sources = {
  find: (query: { q?: string; limit?: number; cursor?: string | null }, signal?: Signal) =>
    call<Page<ListedSource>>('GET', withQuery('/api/sources', query), { signal }),
  /** Every source of a list, which is asked for as the interface names it. */
  all: (query: Readonly<Record<string, string>>, signal?: Signal) =>
    everyItem<ListedSource>(withQuery('/api/sources', query), signal),
  get: (id: string, signal?: Signal) => call<Source>('GET', at`/api/sources/${id}`, { signal }),
  create: (body: CreateSource) => call<Source>('POST', '/api/sources', { body }),
  change: (id: string, ifMatch: number, body: PatchSource) =>
    call<Source>('PATCH', at`/api/sources/${id}`, { body, ifMatch }),
  delete: (id: string, ifMatch: number) => call<Source | undefined>('DELETE', at`/api/sources/${id}`, { ifMatch }),
  claims: (id: string, signal?: Signal) => everyItem<SourceClaim>(at`/api/sources/${id}/claims`, signal),
  restore: (id: string) => call<Source>('POST', at`/api/sources/${id}/restore`),
  setStanding: (id: string, ifMatch: number, body: SetStanding) =>
    call<Source>('POST', at`/api/sources/${id}/standing`, { body, ifMatch }),
  merge: (id: string, ifMatch: number, into: string) =>
    call<MergedSource>('POST', at`/api/sources/${id}/merge`, { body: { into }, ifMatch }),
  undoMerge: (id: string) => call<Source>('POST', at`/api/sources/${id}/unmerge`),
  addContact: (id: string, body: CreateContact) => call<Contact>('POST', at`/api/sources/${id}/contacts`, { body }),
  changeContact: (id: string, contactId: string, ifMatch: number, body: PatchContact) =>
    call<Contact>('PATCH', at`/api/sources/${id}/contacts/${contactId}`, { body, ifMatch }),
  deleteContact: (id: string, contactId: string, ifMatch: number) =>
    call<undefined>('DELETE', at`/api/sources/${id}/contacts/${contactId}`, { ifMatch }),
};

/** What Stet reads out of a page or a text that is kept as evidence. */
export interface FileWords {
  readonly title: string;
  readonly language: string;
  /** ProseMirror JSON of the article's schema. */
  readonly doc: Readonly<Record<string, unknown>>;
}

/** Evidence files. Putting one there is `sendFile`. A page may be slow: the server waits for it longer than most calls take. */
export const evidence = {
  remove: (id: string) => call<undefined>('DELETE', at`/api/files/${id}`),
  restore: (id: string) => call<EvidenceFile>('POST', at`/api/files/${id}/restore`),
  words: (id: string, signal?: Signal) => call<FileWords>('GET', at`/api/files/${id}/words`, { signal }),
  /** Whether the server lets a browser show the file in its place: not a PDF that holds scripts. */
  mayShow: async (id: string, signal?: Signal): Promise<boolean> => {
    const asked = { method: 'HEAD', cache: 'no-store', ...(signal && { signal }) } as const;
    const { ok, headers } = await fetch(at`/api/files/${id}?view=1`, asked);
    return ok && /^inline\b/.test(headers.get('content-disposition') ?? '');
  },
  copyPage: (sourceId: string, citationId?: string) =>
    call<EvidenceFile>('POST', at`/api/sources/${sourceId}/copies`, {
      body: citationId ? { citationId } : {},
      patience: FETCHING,
    }),
  checkLink: (sourceId: string, signal?: Signal) =>
    call<Source>('POST', at`/api/sources/${sourceId}/link`, { signal, patience: FETCHING }),
};

/** How long the server may take to fetch a page, in milliseconds. */
const FETCHING = 90_000;
