import type { Imported, ImportInput } from '@/core/article/import/import-article';
import type { Remark } from '@/core/article/import/remark';
import type { ChainFinding } from '@/core/event/chain';
import type { ExportFormat, Paper } from '@/core/report/formats';
import type { Edition } from '@/core/report/report';

/** An import whose text is ProseMirror JSON: what can cross from one thread to another. */
export type ReadArticle = Omit<Imported, 'doc'> & { doc: unknown };

/** Which report is wanted, and in what form. */
export interface ReportWanted {
  /** The folder of the store, which is only read. */
  readonly folder: string;
  readonly articleId: string;
  /**
   * The person who asks, or null for who runs the machine. Whether they may have the edition is asked before; what they may know of
   * an internal one is asked as it is read.
   */
  readonly by: string | null;
  readonly edition: Edition;
  readonly format: ExportFormat;
  readonly paper: Paper;
  /** Where this newsroom's desks are reached, like `https://desk.example.org`. */
  readonly origin: string;
}

/** What the workshop does, by name: what it is given and what it gives back, both as structured clones. */
export interface Jobs {
  /** Reads what is to become an article. Throws what `importArticle` throws. */
  read: { asked: ImportInput; made: ReadArticle };
  /** Reads Stet's own JSON. Throws what `readReportJson` throws. */
  'read-report': { asked: { bytes: Uint8Array }; made: unknown };
  /** Reads annotations of other tools on a text. */
  'read-annotations': { asked: { annotations: unknown; doc: unknown }; made: AnnotationsRead };
  /** Reads a page or text that was fetched and makes the copy of it. Throws what `importArticle` and `decodePage` throw. */
  'copy-page': {
    asked: {
      bytes: Uint8Array;
      charset: string | null;
      format: 'page' | 'text' | 'markdown';
      address: string;
      fetchedAt: string;
    };
    made: { title: string; textSha256: string; bytes: Uint8Array };
  };
  /** Reads the words of an evidence file. Throws what `importArticle` throws. */
  'read-words': {
    asked: { file: string; page: boolean; name: string };
    made: { title: string; language: string; doc: unknown };
  };
  /** Whether a PDF holds nothing that a viewer would run. */
  'inert-pdf': { asked: { file: string }; made: { inert: boolean } };
  /** Tells the media type of a file from its bytes. */
  'tell-type': { asked: { file: string }; made: { type: string } };
  /** Writes a report. */
  write: { asked: ReportWanted; made: { bytes: Uint8Array<ArrayBuffer> } };
  /** Walks the audit trail of a store, and looks for the event that was noted as its last one once. */
  'verify-audit': { asked: AuditWanted; made: AuditVerified };
}
export type JobName = keyof Jobs;

export interface AuditWanted {
  /** The folder of the store, which is only read. */
  readonly folder: string;
  /** An event's number and hash as somebody noted them, or null. */
  readonly noted: { readonly id: number; readonly hash: string } | null;
}
export interface AuditVerified extends ChainFinding {
  /** Whether the event that was noted still has its hash; null where none was. */
  readonly notedStands: boolean | null;
}

export interface AnnotationsRead {
  remarks: Remark[];
  skipped: { index: number; id: string | null; reason: string }[];
}

/** One job on its way to the thread, and what comes back. A refusal is a `Problem` taken apart, with its sentence; a failure has no words. */
export interface Ordered<N extends JobName = JobName> {
  readonly name: N;
  readonly asked: Jobs[N]['asked'];
}
export type Outcome =
  | { readonly made: unknown }
  | {
      readonly refused: {
        code: string;
        values: Record<string, string | number>;
        extra: Record<string, unknown>;
        sentence: string;
      };
    }
  | { readonly failed: { name: string; stack: string | undefined } };
