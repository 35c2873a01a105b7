import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Rules } from '@/core/newsroom/rules';
import { Problem } from '@/core/problem';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { getNewsroom } from '@/db/queries/newsroom';
import { type Desk, desk, rewriteYear } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { addCitation } from './add-citation';
import { addComment } from './add-comment';
import { approveClaim } from './approve-claim';
import { changeCitation } from './change-citation';
import { changeClaim } from './change-claim';
import { changeNewsroom } from './change-newsroom';
import { changeSource } from './change-source';
import { confirmClaim } from './confirm-claim';
import { decideCheck } from './decide-check';
import { dropCitation } from './drop-citation';
import { giveCheck } from './give-check';
import { returnClaim } from './return-claim';

let at: Desk | undefined;
afterEach(() => at?.drop());

type Who = Desk['ann'];
/** Who reads the record: nobody of the newsroom, so that a second check is never asked of them and hides nothing. */
const reader: Who = { id: 'reader', name: 'Reader', email: 'reader@example.org', role: 'admin' };

/**
 * What the deeds that were done come to, told by what was put in alone: which verdict the claim has and whose it is, and how its
 * second check stands.
 */
interface Told {
  verdict: string | null;
  judgedBy: string | null;
  second: { readonly by: string; readonly given: string | null } | 'none' | 'disputed' | 'settled';
}

/** A verdict is its giver's from when it became another; and with both verdicts in, they agree or are in dispute. */
function judged(told: Told, by: Who, verdict: string | null): void {
  if (verdict !== told.verdict) told.judgedBy = verdict === null ? null : by.id;
  told.verdict = verdict;
  settle(told);
}

function settle(told: Told): void {
  const { second, verdict } = told;
  if (typeof second === 'string' || second.given === null || verdict === null) return;
  expect(second.by, 'one person gave both verdicts').not.toBe(told.judgedBy);
  told.second = second.given === verdict ? 'settled' : 'disputed';
}

/** The rules once more, from the record and from what was done: what an approved claim's events must prove. */
function proves(claim: Claim, events: readonly Event[], told: Told, rules: Rules, scale: string): void {
  expect(['none', 'settled'], 'approved before its second check').toContain(told.second);
  const needed = rules.approvers[claim.severity ?? 'unset'];
  expect(new Set(claim.approvals.map(({ by }) => by)).size).toBeGreaterThanOrEqual(needed);
  const anew = events.findLastIndex(
    ({ after, kind }) =>
      ['claim.created', 'claim.returned', 'check.asked', 'check.decided'].includes(kind) ||
      ['verdict', 'rationale', 'correction', 'words'].some((field) => after && field in after),
  );
  for (const { by, at } of claim.approvals) {
    const given = events.findIndex(
      (event) =>
        event.by === by &&
        event.at === at &&
        Array.isArray(event.after?.approvals) &&
        event.after.approvals.some((one) => one.by === by && one.at === at),
    );
    expect(given, 'an approval of what was said after it').toBeGreaterThanOrEqual(anew);
    if (rules.secondPerson) expect(by).not.toBe(told.judgedBy);
  }
  const stands = claim.citations.filter(({ stance, source }) => stance !== 'context' && source.standing !== 'fallen');
  const need = rules.sources[scale]?.[told.verdict ?? ''] ?? 'none';
  const publishers = new Set(stands.map(({ source }) => source.publisher));
  if (need === 'one') expect(stands.length).toBeGreaterThan(0);
  if (need === 'two-or-primary')
    expect(stands.some(({ source }) => source.tier === 'primary') || publishers.size > 1).toBe(true);
  const approvedAt = events.findLastIndex(({ after }) => after?.status === 'approved');
  const asked = claim.comments.filter(({ kind, answeredAt }) => kind === 'query' && answeredAt === null);
  for (const { id } of asked)
    expect(
      events.findIndex(({ after }) => after?.commentId === id),
      'a query that was put before the approval',
    ).toBeGreaterThan(approvedAt);
}

const deeds = [
  ...(['judge', 'judge', 'reason', 'grave', 'move', 'return', 'rewrite', 'confirm', 'ask', 'answer'] as const),
  ...(['approve', 'approve', 'approve', 'approve', 'approve', 'approve by status'] as const),
  ...(['cite', 'cite', 'drop', 'turn', 'tier'] as const),
  ...(['ask second', 'ask second', 'take back', 'give', 'give', 'give', 'decide', 'decide'] as const),
] as const;
const deed = fc.record({ does: fc.constantFrom(...deeds), who: fc.nat(3), n: fc.nat(60) });
const need = fc.constantFrom('none' as const, 'one' as const, 'two-or-primary' as const);
const rules = fc.record({
  secondPerson: fc.boolean(),
  needs: fc.record({ true: need, false: need, 'half-true': need }),
  approvers: fc.record({ critical: fc.integer({ min: 1, max: 3 }), unset: fc.integer({ min: 1, max: 2 }) }),
});

/** What chance alone may not bring within these runs: checks that agree and that differ, and approvals tried all along. */
const plain = {
  secondPerson: true,
  needs: { true: 'none', false: 'none', 'half-true': 'none' },
  approvers: { critical: 1, unset: 1 },
} as const;
const second = { does: 'ask second', who: 1, n: 3 } as const;
const approve = (who: number) => ({ does: 'approve', who, n: 0 }) as const;
const differing = (decided: number) =>
  [
    second,
    approve(0),
    { does: 'give', who: 3, n: 1 },
    approve(1),
    { does: 'decide', who: 0, n: decided },
    approve(0),
    approve(1),
  ] as const;
const agreeing = [second, approve(0), { does: 'give', who: 3, n: 2 }, approve(0)] as const;

it('no claim is approved against the rules or before its second check, whatever anybody does, and the record proves it', {
  timeout: 180_000,
}, async () => {
  const met = { approved: 0, 'after a check': 0, 'check-waiting': 0, 'check-disputed': 0 };
  await fc.assert(
    fc.asyncProperty(rules, fc.array(deed, { minLength: 10, maxLength: 40 }), async (asked, done) => {
      await at?.drop();
      const here = await desk();
      at = here;
      const { store, call, ann, ed, cy, article } = here;
      const people = [ann, ed, cy, await person(store, 'Eve', 'editor')];
      const { revision } = await getNewsroom(store);
      const { rules: inForce } = await changeNewsroom(store, call(ann), revision, {
        rules: {
          secondPerson: asked.secondPerson,
          approvers: asked.approvers,
          sources: { [article.scale]: asked.needs },
        },
      });
      const told: Told = { verdict: 'true', judgedBy: cy.id, second: 'none' };
      const claimNow = () => getClaim(store, call(reader), here.claim.id);
      for (const { does, who, n } of done) {
        const before = await claimNow();
        try {
          await doOne({ here, people, by: people[who]!, n, claim: before, told }, does);
        } catch (problem) {
          if (!(problem instanceof Problem)) throw problem;
          if (does.startsWith('approve') && problem.code in met) met[problem.code as keyof typeof met]++;
        }
        const now = await claimNow();
        expect([now.verdict, now.verdictBy]).toEqual([told.verdict, told.judgedBy]);
        if (now.status !== 'approved') expect(now.approvedBy).toBeNull();
        else {
          met.approved++;
          if (told.second === 'settled') met['after a check']++;
          proves(now, await claimHistory(store, call(reader), now.id), told, inForce, article.scale);
        }
      }
    }),
    {
      numRuns: 30,
      examples: [
        // For the first verdict, the second, and a third.
        [plain, [...differing(0)]],
        [plain, [...differing(1)]],
        [plain, [...differing(2)]],
        [plain, [...agreeing]],
      ],
    },
  );
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(0);
});

interface Act {
  readonly here: Desk;
  readonly people: readonly Who[];
  readonly by: Who;
  readonly n: number;
  readonly claim: Claim;
  readonly told: Told;
}

/** Does one thing, and tells what came of it if it was not refused. */
async function doOne({ here, people, by, n, claim, told }: Act, does: (typeof deeds)[number]): Promise<unknown> {
  const { store, call } = here;
  const citation = claim.citations[n % Math.max(1, claim.citations.length)];
  const change = (said: Parameters<typeof changeClaim>[4]) =>
    changeClaim(store, call(by), claim.id, claim.revision, said);
  switch (does) {
    case 'judge': {
      const verdict = (['true', 'false', null] as const)[n % 3]!;
      await change({ verdict });
      return judged(told, by, verdict);
    }
    case 'reason':
      return change(n % 2 ? { rationale: `Seen ${n}.` } : { correction: `It is ${n}.` });
    case 'grave':
      return change({ severity: n % 2 ? 'critical' : null });
    case 'move':
      return change({ status: (['open', 'checking', 'in-review', 'disputed', 'query'] as const)[n % 5]! });
    case 'approve':
      return approveClaim(store, call(by), claim.id);
    case 'approve by status': {
      const verdict = n % 2 ? (n % 3 ? 'true' : 'false') : undefined;
      await change({ status: 'approved', ...(verdict && { verdict }) });
      return verdict && judged(told, by, verdict);
    }
    case 'return':
      return returnClaim(store, call(by), claim.id, 'Look again.');
    case 'ask second': {
      const checker = people[n % 4]!;
      await change({ secondCheckerId: checker.id });
      const waits = typeof told.second === 'object' && told.second.by === checker.id;
      if (!waits) told.second = { by: checker.id, given: null };
      return;
    }
    case 'take back':
      await change({ secondCheckerId: null });
      if (typeof told.second === 'object') told.second = 'none';
      return;
    case 'give': {
      // Mostly who was asked; sometimes somebody else tries.
      const asked = typeof told.second === 'object' ? told.second.by : null;
      const checker = n % 5 === 0 ? by : (people.find(({ id }) => id === asked) ?? by);
      const verdict = n % 2 ? 'false' : 'true';
      await giveCheck(store, call(checker), claim.id, { verdict, rationale: `Found ${n}.` });
      expect(checker.id, 'a second check by whom it was not asked of').toBe(asked);
      told.second = { by: checker.id, given: verdict };
      return settle(told);
    }
    case 'decide': {
      const verdict = (['true', 'false', 'half-true'] as const)[n % 3]!;
      await decideCheck(store, call(by), claim.id, { verdict, reason: 'So it is.' });
      expect(told.second, 'a decision where nothing differs').toBe('disputed');
      Object.assign(told, { verdict, judgedBy: by.id, second: 'settled' } satisfies Told);
      return;
    }
    case 'cite':
      return addCitation(store, call(by), claim.id, {
        source: { title: `Ledger ${n}`, publisher: `Press ${n % 3}`, tier: n % 5 === 0 ? 'primary' : 'secondary' },
        stance: n % 4 === 0 ? 'context' : 'supports',
      });
    case 'drop':
      return citation && dropCitation(store, call(by), citation.id, citation.revision);
    case 'turn':
      return (
        citation &&
        changeCitation(store, call(by), citation.id, citation.revision, { stance: n % 2 ? 'context' : 'refutes' })
      );
    case 'tier':
      return (
        citation &&
        changeSource(store, call(by), citation.sourceId, citation.source.revision, {
          tier: n % 2 ? 'tertiary' : 'primary',
          publisher: `Press ${n % 2}`,
        })
      );
    case 'rewrite':
      return rewriteYear(here, String(1980 + n));
    case 'confirm':
      return confirmClaim(store, call(by), claim.id, claim.revision);
    case 'ask':
      return n % 3 === 0 && addComment(store, call(by), claim.id, { body: 'Is it?', kind: 'query', to: here.cy.id });
    case 'answer': {
      const asked = claim.comments.find(({ kind, answeredAt }) => kind === 'query' && answeredAt === null);
      return asked && addComment(store, call(here.cy), claim.id, { body: 'It is.', parentId: asked.id });
    }
  }
}
