'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { sources } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/Toast';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { ListedSource } from '@/core/source/source';
import { iconOfKind } from './kinds';

/** A deleted source in the list, which can be brought back. */
export function RestoreSource({ me, source }: { me: Me; source: ListedSource }) {
  const words = useTranslations('sources');
  const toast = useToast();
  const router = useRouter();
  const { refused, send } = useSending();
  const restore = async () => {
    if (!(await send(() => sources.restore(source.id)))) return;
    toast(words('restored', { title: source.title }));
    router.refresh();
  };
  return (
    <li className="source">
      <Icon name={iconOfKind[source.kind]} />
      <span className="source__what">
        <span className="source__title" dir="auto">
          {source.title}
        </span>
        {refused && <Notice kind="error">{refused}</Notice>}
      </span>
      {may(me.role, 'source.change') && (
        <Button size="small" icon="undo" onClick={restore}>
          {words('restore')}
        </Button>
      )}
    </li>
  );
}
