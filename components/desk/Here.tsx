'use client';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { useDesk } from './state/use-desk';

/** The person who has a claim open at another desk now, if there is one. */
export function Here({ claimId }: { claimId: string }) {
  const words = useTranslations('desk.bar');
  const me = useDesk((desk) => desk.me.id);
  const personId = useDesk(
    (desk) => desk.present.find((one) => one.claimId === claimId && one.personId !== me)?.personId ?? null,
  );
  const person = useDesk((desk) => desk.personById.get(personId ?? '') ?? null);
  if (!person) return null;
  return <Avatar id={person.id} name={person.name} live title={words('here-claim', { person: person.name })} />;
}
