import { answer, json } from '@/app/api/answer';
import { articleSteps, editArticle } from '@/app/api/contract/text';
import { editText } from '@/db/changes/edit-text';
import { stepsAfter } from '@/db/queries/steps';

export const GET = answer(articleSteps, async ({ store, call, params, query }) =>
  json(await stepsAfter(store, call, params.id, query.since)),
);

export const POST = answer(editArticle, async ({ store, call, params, body }) =>
  json(await editText(store, call, params.id, body)),
);
