import { answer, json } from '@/app/api/answer';
import { undoMerge } from '@/app/api/contract/sources';
import { undoMerge as undo } from '@/db/changes/undo-merge';

export const POST = answer(undoMerge, async ({ store, call, params }) => json(await undo(store, call, params.id)));
