import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Audit } from '@/components/newsroom/audit/Audit';
import { auditAddress, auditViewOf, momentsOf } from '@/components/newsroom/audit/audit-view';
import { Shell } from '@/components/newsroom/Shell';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import { auditTrail, namedIn, trailHead } from '@/db/queries/audit';
import { listPeople } from '@/db/queries/people';
import { plainScales } from '@/db/queries/scales';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('newsroom')('audit.title') };

/** How many events a page of the trail has. */
const ON_A_PAGE = 100;

/** Who did what, when: for those who answer for it. */
export default async function Page({ searchParams }: PageProps<'/audit'>) {
  const view = auditViewOf(await searchParams);
  const { me, call, store, newsroom, work } = await visit(auditAddress(view));
  if (!may(me.role, 'audit.read')) notFound();
  const { person, article, subject, cursor } = view;
  const asked = { person, article, subject, cursor, ...momentsOf(view), limit: ON_A_PAGE };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  const trail = await auditTrail(store, call, given).catch((error) => {
    if (error instanceof Problem && error.code === 'absent') notFound();
    throw error;
  });
  const [named, people, scales, head] = await Promise.all([
    namedIn(store, trail.items),
    listPeople(store, call, {}),
    plainScales(store),
    trailHead(store, call),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <Audit
        view={view}
        events={trail.items}
        nextCursor={trail.nextCursor}
        people={people.items}
        scales={scales}
        head={head}
        {...named}
      />
    </Shell>
  );
}
