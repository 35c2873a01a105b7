import { answer, json } from '@/app/api/answer';
import { articleSteps } from '@/app/api/contract/articles';
import { stepsAfter } from '@/db/queries/steps';

export const GET = answer(articleSteps, async ({ store, call, params, query }) =>
  json(await stepsAfter(store, call, params.id, query.since)),
);
