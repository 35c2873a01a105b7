import { answer, json } from '@/app/api/answer';
import { versionOf } from '@/app/api/articles/version';
import { restoreVersion } from '@/app/api/contract/text';
import { restoreVersion as restore } from '@/db/changes/take-draft';

export const POST = answer(restoreVersion, async ({ store, call, params, query }) => {
  const { version, anchors, followed } = await restore(store, call, params.id, versionOf(params.version), query);
  return json({
    version,
    anchors,
    ...(query.dryRun && { claims: followed.map(({ from: _, to: __, ...one }) => one) }),
  });
});
