import { answer, json } from '@/app/api/answer';
import { listAudit } from '@/app/api/contract/audit';
import { auditTrail } from '@/db/queries/audit';

export const GET = answer(listAudit, async ({ store, call, query }) => json(await auditTrail(store, call, query)));
