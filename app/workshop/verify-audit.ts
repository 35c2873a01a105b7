import { hashOfEvent, verifyTrail } from '@/db/queries/audit';
import { openReader } from '@/db/store';
import type { AuditVerified, AuditWanted } from './jobs';

/** Walks the audit trail of a store, whether a server runs on it or not. */
export async function verifyAudit({ folder, noted }: AuditWanted): Promise<AuditVerified> {
  const reader = openReader(folder);
  try {
    const finding = await verifyTrail(reader);
    return { ...finding, notedStands: noted && (await hashOfEvent(reader, noted.id)) === noted.hash };
  } finally {
    await reader.close();
  }
}
