import type { Metadata } from 'next';
import { People } from '@/components/newsroom/people/People';
import { Shell } from '@/components/newsroom/Shell';
import { may } from '@/core/newsroom/rights';
import { wordsOf } from '@/core/words/words';
import { listInvitations } from '@/db/queries/invitations';
import { listPeople } from '@/db/queries/people';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('newsroom')('people.title') };

/** Who works here. */
export default async function Page() {
  const { me, call, store, newsroom, work } = await visit('/people');
  const [people, invitations] = await Promise.all([
    listPeople(store, call, {}),
    may(me.role, 'person.invite') ? listInvitations(store, call, {}) : { items: [] },
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <People me={me} people={people.items} invitations={invitations.items} />
    </Shell>
  );
}
