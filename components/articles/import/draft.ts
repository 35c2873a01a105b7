import { call } from '@/components/interface/call';
import type { Article, ArticlePreview, CreateArticle } from '@/core/article/article';
import { isWebAddress } from '@/core/web-address';

/** The files that the server reads, as a chooser takes them. */
export const ACCEPTED =
  '.docx,.html,.htm,.md,.markdown,.txt,.text,.json,text/html,text/markdown,text/plain,application/json';

/** What a person brings in, before the server has seen it. It is kept until it is saved or given up. */
export type Draft =
  | { kind: 'file'; file: File; taken?: Taken }
  /** A page of the web, which the server fetches. */
  | { kind: 'address'; url: string }
  /** Pasted: `html` where the clipboard had formatting; `rich` says whether it is wanted. */
  | { kind: 'paste'; text: string; html: string | null; rich: boolean };

/** How what a document holds beside its text is taken. */
export type Taken = Pick<CreateArticle, 'changes' | 'remarks'>;

/** What a person decides about it in the preview. */
export type About = Required<Pick<CreateArticle, 'id' | 'title'>> &
  Pick<CreateArticle, 'language' | 'scale' | 'deadline'>;

/** What the server would make of a draft; nothing is saved. Throws what `call` throws. */
export function previewOf(draft: Draft, signal: AbortSignal): Promise<ArticlePreview> {
  return call('POST', '/api/articles?dryRun=1', { body: bodyOf(draft, {}), signal });
}

/** Saves a draft. Repeated with the same `about`, it makes no twin. Throws what `call` throws. */
export function save(draft: Draft, about: About): Promise<Article> {
  return call('POST', '/api/articles', { body: bodyOf(draft, about) });
}

/** A draft as the interface takes it, with what a person said of it. */
export function bodyOf(draft: Draft, about: Partial<About>): object {
  if (draft.kind === 'address') return { ...about, url: draft.url };
  if (draft.kind === 'paste')
    return draft.rich && draft.html ? { ...about, html: draft.html } : { ...about, text: draft.text };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...about, ...draft.taken })) if (value) form.set(name, value);
  form.set('file', draft.file);
  return form;
}

/** What a paste or a drop carries: a file, or text with its formatting; null when there is neither. */
export function draftIn(data: DataTransfer | null): Draft | 'several' | null {
  if (!data) return null;
  const file = data.files[0];
  if (data.files.length > 1) return 'several';
  if (file) return { kind: 'file', file };
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (!text.trim() && !html.trim()) return null;
  if (isOneAddress(text)) return { kind: 'address', url: text.trim() };
  return { kind: 'paste', text, html: html.trim() ? html : null, rich: html.trim() !== '' };
}

/** What is called by when it is spoken of; null for text that was pasted. */
export function nameOf(draft: Draft): string | null {
  if (draft.kind === 'file') return draft.file.name;
  return draft.kind === 'address' ? new URL(draft.url).host : null;
}

/** Whether a text is the address of a page and nothing else: then the page is meant. */
export function isOneAddress(text: string): boolean {
  const line = text.trim();
  return !/\s/.test(line) && isWebAddress(line);
}
