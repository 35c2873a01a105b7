import { answer, json } from '@/app/api/answer';
import { versionOf } from '@/app/api/articles/version';
import { getVersion } from '@/app/api/contract/text';
import { versionText } from '@/db/queries/versions';

export const GET = answer(getVersion, async ({ store, call, params }) =>
  json(await versionText(store, call, params.id, versionOf(params.version))),
);
