import { remarksOfAnnotations } from '@/core/article/import/annotations/remarks-of-annotations';
import { decodeText } from '@/core/article/import/decode';
import { importArticle } from '@/core/article/import/import-article';
import { articleSchema } from '@/core/article/schema';
import { readReportJson } from '@/core/report/read-json';
import { wordsOf } from '@/core/words/words';
import type { AnnotationsRead, Jobs, ReadArticle } from './jobs';

/** Reading what strangers wrote: pure functions of their input, run where their worst takes nobody's time but its own. */
export function readArticle(asked: Jobs['read']['asked']): ReadArticle {
  const { doc, ...read } = importArticle(asked);
  return { ...read, doc: doc.toJSON() };
}

export function readReport({ bytes }: Jobs['read-report']['asked']): unknown {
  return readReportJson(decodeText(bytes).text);
}

export function readAnnotations({ annotations, doc }: Jobs['read-annotations']['asked']): AnnotationsRead {
  const { remarks, skipped } = remarksOfAnnotations(annotations, articleSchema.nodeFromJSON(doc));
  const words = wordsOf('report');
  return { remarks, skipped: skipped.map((one) => ({ ...one, reason: words(`review_skipped_${one.reason}`) })) };
}
