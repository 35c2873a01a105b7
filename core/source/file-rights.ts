import { may } from '@/core/newsroom/rights';
import type { Role } from '@/core/newsroom/vocabulary';

/** Whether a person may take an evidence file off its source, or bring it back: who put it there, and whoever may take off others'. */
export function mayRemoveFile(person: { id: string; role: Role }, file: { createdBy: string }): boolean {
  return may(person.role, 'source.change') && (file.createdBy === person.id || may(person.role, 'file.remove-others'));
}
