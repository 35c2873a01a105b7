import type { Article } from '@/core/article/article';
import type { Notice } from '@/core/article/notice';
import type { SignOffState } from '@/core/article/sign-off';
import type { Verdict } from '@/core/claim/scale';
import type { Source } from '@/core/source/source';

/** A claim as the sign-off page names it. */
export interface NamedClaim {
  readonly id: string;
  /** Its place in reading order, from 1. */
  readonly number: number;
  readonly exact: string;
}

/** The words that a correction put in, to be logged. */
export interface PutRight {
  readonly claimId: string;
  readonly before: string;
  readonly after: string;
}

/** Whether an entry of the log says so already. */
export function isLogged({ notices }: Pick<SignOffData, 'notices'>, { claimId, after }: PutRight): boolean {
  return notices.some((notice) => notice.claimId === claimId && notice.after === after);
}

/** One line of what has changed since the signature; `times` counts the same done again by the same person. */
export interface ChangedLine {
  readonly sentence: string;
  readonly at: string;
  readonly times: number;
  readonly putRight?: PutRight;
}

/** What the page of an article's sign-off shows, as plain data. */
export interface SignOffData {
  readonly article: Pick<Article, 'id' | 'title' | 'language' | 'status' | 'revision'>;
  readonly state: SignOffState;
  /** Words of the text as it stands. */
  readonly words: number;
  readonly claims: readonly NamedClaim[];
  /** How many claims have each verdict, in the scale's order; null for none. */
  readonly verdicts: readonly { readonly verdict: Verdict | null; readonly count: number }[];
  readonly judgedBy: readonly string[];
  readonly approvedBy: readonly string[];
  readonly signedBy: string | null;
  readonly changes: readonly { readonly claimId: string | null; readonly lines: readonly ChangedLine[] }[];
  /** The article's sources that have an address: how many, how many of them were never asked for, and which are gone or changed. */
  readonly links: {
    readonly count: number;
    readonly unasked: number;
    readonly bad: readonly Pick<Source, 'id' | 'title' | 'link' | 'linkAt' | 'linkStatus'>[];
  };
  readonly notices: readonly Notice[];
  readonly names: Readonly<Record<string, string>>;
  /** The number of the newest event when all this was read. */
  readonly since: number;
}
