import { answer, json } from '@/app/api/answer';
import { contentOf } from '@/app/api/articles/content';
import { newDraft } from '@/app/api/contract/text';
import { takeDraft } from '@/db/changes/take-draft';

export const POST = answer(newDraft, async ({ store, call, params, query, body: sent, request }) => {
  const { body, read } = await contentOf(sent, request.signal);
  const { version, anchors, followed, draft } = await takeDraft(store, call, params.id, body, query, read);
  if (!query.dryRun) return json({ version, anchors });
  const { doc, title, language, words, dropped, remarks, changes } = draft;
  return json({
    version,
    anchors,
    claims: followed.map(({ from: _, to: __, ...one }) => one),
    doc: doc.toJSON(),
    title,
    language,
    words,
    dropped,
    remarks,
    changes,
  });
});
