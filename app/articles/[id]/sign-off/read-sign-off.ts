import type { ChangedLine, SignOffData } from '@/components/sign-off/sign-off-data';
import { countWords } from '@/core/article/import/count-words';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import { changesSince } from '@/core/event/changes-since';
import type { Event } from '@/core/event/event';
import { eventSentence } from '@/core/event/sentence';
import type { Telling } from '@/core/event/telling';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { readArticle } from '@/db/queries/articles';
import { listClaims } from '@/db/queries/claims';
import { eventsAfter, lastEventId } from '@/db/queries/events';
import { listNotices } from '@/db/queries/notices';
import { listPeople } from '@/db/queries/people';
import { plainScales } from '@/db/queries/scales';
import { signatureEvent, signOffState } from '@/db/queries/sign-off';
import type { Store } from '@/db/store';

/** Everything that the page of an article's sign-off shows, as this caller may see it. Throws `absent`. */
export async function readSignOff(store: Store, call: Call, id: string, locale: string): Promise<SignOffData> {
  const since = await lastEventId(store);
  const { article, doc } = await readArticle(store, call, id);
  const [state, claims, notices, people, scales] = await Promise.all([
    signOffState(store, call, id),
    listClaims(store, call, id, { repeats: false }),
    listNotices(store, call, id),
    listPeople(store, call),
    plainScales(store),
  ]);
  const verdicts = scales.find((scale) => scale.id === article.scale)?.verdicts ?? [];
  const names = Object.fromEntries(people.items.map((person) => [person.id, person.name]));
  const named = (ids: (string | null)[]) => [...new Set(ids)].flatMap((one) => (one && names[one]) || []);
  const signature = state.signedOff ? await signatureEvent(store, id) : null;
  const events = state.changedSinceSignOff && signature ? await eventsAfter(store, call, id, signature.id, 5000) : [];
  const telling = { words: wordsOf('record', locale), people: new Map(Object.entries(names)), verdicts, scales };
  const { title, language, status, revision } = article;
  return {
    article: { id, title, language, status, revision },
    state,
    words: countWords(articleText(doc).text),
    claims: claims.items.map((claim, at) => ({ id: claim.id, number: at + 1, exact: wordsNow(claim) })),
    verdicts: countsOf(claims.items, verdicts),
    judgedBy: named(claims.items.map(({ verdictBy }) => verdictBy)),
    approvedBy: named(claims.items.flatMap(({ approvals }) => approvals.map(({ by }) => by))),
    signedBy: state.signedOff && (names[state.signedOff.by] ?? null),
    changes: changesSince(events).map(({ claimId, events }) => ({ claimId, lines: linesOf(events, telling) })),
    links: linksOf(claims.items),
    notices: notices.items,
    names,
    since,
  };
}

function wordsNow({ anchors }: Claim): string {
  const place = anchors.find(({ current }) => current !== null) ?? anchors[0];
  return place?.current ?? place?.exact ?? '';
}

function countsOf(claims: readonly Claim[], verdicts: readonly Verdict[]): SignOffData['verdicts'] {
  return [...verdicts, null].flatMap((verdict) => {
    const count = claims.filter((claim) => claim.verdict === (verdict?.key ?? null)).length;
    return count > 0 ? [{ verdict, count }] : [];
  });
}

function linksOf(claims: readonly Claim[]): SignOffData['links'] {
  const sources = new Map(claims.flatMap(({ citations }) => citations.map(({ source }) => [source.id, source])));
  const linked = [...sources.values()].filter(({ url }) => url !== null);
  return {
    count: linked.length,
    unasked: linked.filter(({ linkAt }) => linkAt === null).length,
    bad: linked
      .filter(({ link }) => link === 'dead' || link === 'changed')
      .map(({ id, title, link, linkAt, linkStatus }) => ({ id, title, link, linkAt, linkStatus })),
  };
}

/** One line for what the same person did again and again. */
function linesOf(events: readonly Event[], telling: Telling): ChangedLine[] {
  const lines: ChangedLine[] = [];
  for (const event of events) {
    const sentence = eventSentence(event, telling);
    const last = lines.at(-1);
    if (last?.sentence === sentence && !last.putRight)
      lines[lines.length - 1] = { ...last, at: event.at, times: last.times + 1 };
    else lines.push({ sentence, at: event.at, times: 1, ...putRightBy(event) });
  }
  return lines;
}

function putRightBy({ kind, claimId, before }: Event): Pick<ChangedLine, 'putRight'> {
  if (kind !== 'correction.accepted' || claimId === null) return {};
  const { exact, correction } = before ?? {};
  if (typeof exact !== 'string' || typeof correction !== 'string') return {};
  return { putRight: { claimId, before: exact, after: correction } };
}
