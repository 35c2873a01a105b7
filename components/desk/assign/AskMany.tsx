'use client';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';
import { isUnsettled } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { mayHold, mayOpen } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { useDeskView } from '../view';

/** Asks one person for a second check of the chosen claims: of all that they have not checked first and that wait for nobody else. */
export function AskMany({ chosen }: { chosen: readonly Claim[] }) {
  const words = useTranslations('work.assign');
  const view = useDeskView();
  const toast = useToast();
  const { changeClaim } = useDeskCommands();
  const people = useDesk((desk) => desk.people);
  const article = useDesk((desk) => desk.article);
  const forPerson = (id: string) =>
    chosen.filter(
      ({ assigneeId, verdictBy, secondCheckerId, check }) =>
        assigneeId !== id && verdictBy !== id && !isUnsettled(check) && (check !== null || secondCheckerId === null),
    );
  const able = people
    .filter((one) => mayHold(one) && mayOpen(one.id, article))
    .map(({ id, name }) => ({ id, name, claims: forPerson(id) }))
    .filter(({ claims }) => claims.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
  if (able.length === 0) return null;
  const ask = (id: string, name: string, claims: readonly Claim[]) => {
    const done = claims.map((claim) => changeClaim(claim.id, { secondCheckerId: id }));
    view.set({ chosen: null });
    const undo = () => {
      for (const one of done) one.undo();
    };
    toast(words('second-asked', { person: name, count: claims.length }), { undo });
  };
  return (
    <Menu
      label={words('second-whom')}
      align="start"
      button={{ size: 'small', children: words('second') }}
      items={able.map(({ id, name, claims }) => ({
        id,
        label: words('second-of', { person: name, count: claims.length }),
        onSelect: () => ask(id, name, claims),
      }))}
    />
  );
}
