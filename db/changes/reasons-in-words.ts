import type { Unmet } from '@/core/claim/unmet-rules';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';

/** Does it; and where the newsroom's rules refuse, `errors` says each of their reasons in words. */
export function reasonsInWords<T>(deed: () => T): T {
  try {
    return deed();
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code !== 'rules-unmet') throw problem;
    const say = wordsOf('problem');
    const reasons = problem.extra.reasons as readonly Unmet[];
    const errors = reasons.map(({ needed }) => ({ path: 'citations', message: say('rules-unmet', { needed }) }));
    throw new Problem(problem.code, problem.values, { ...problem.extra, errors });
  }
}
