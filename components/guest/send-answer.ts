import type { KeptAnswer } from './use-answer-draft';

/** Sends a written answer. Resolves to null once the server has it, else to why it has not, in words to show. */
export type SendAnswer = (queryId: string, answer: KeptAnswer) => Promise<string | null>;
