import { answer, json } from '@/app/api/answer';
import { articleAgreement } from '@/app/api/contract/checks';
import { agreementOfArticle } from '@/db/queries/agreement';

export const GET = answer(articleAgreement, async ({ store, call, params }) =>
  json(await agreementOfArticle(store, call, params.id)),
);
