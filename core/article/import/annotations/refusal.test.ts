import { expect, it } from 'vitest';
import report from '@/core/words/en/report.json';
import { refusals } from './refusal';

it.each(refusals)('says in a sentence why something was left out: %s', (refusal) => {
  expect(report).toHaveProperty([`review_skipped_${refusal}`], expect.stringMatching(/\.$/));
});
