import { call } from '@/components/interface/call';
import type { Article, Coverage } from '@/core/article/article';
import type { CreateNotice, Notice, PatchNotice } from '@/core/article/notice';

/** The calls of signing off and of the corrections log. Each throws what `call` throws. */
const at = (strings: TemplateStringsArray, id: string) => String.raw({ raw: strings }, encodeURIComponent(id));

export const signOffs = {
  sign: (articleId: string, version: number) =>
    call<Article>('POST', at`/api/articles/${articleId}/sign-off`, { body: { version } }),
  takeBack: (articleId: string, ifMatch: number) =>
    call<Article>('PATCH', at`/api/articles/${articleId}`, { body: { status: 'checking' }, ifMatch }),
};

export const looks = {
  add: (articleId: string, range: { start: number; end: number }) =>
    call<Coverage>('POST', at`/api/articles/${articleId}/looks`, { body: range }),
  drop: (articleId: string, range: { start: number; end: number }) =>
    call<Coverage>('DELETE', at`/api/articles/${articleId}/looks`, { body: range }),
};

export const notices = {
  add: (articleId: string, body: CreateNotice) =>
    call<Notice>('POST', at`/api/articles/${articleId}/notices`, { body }),
  change: (id: string, ifMatch: number, body: PatchNotice) =>
    call<Notice>('PATCH', at`/api/notices/${id}`, { body, ifMatch }),
  delete: (id: string, ifMatch: number) => call<undefined>('DELETE', at`/api/notices/${id}`, { ifMatch }),
  restore: (id: string) => call<Notice>('POST', at`/api/notices/${id}/restore`),
};
