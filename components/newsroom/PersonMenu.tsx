'use client';

import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { Avatar } from '@/components/ui/Avatar';
import { Menu } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';

/** Who is signed in, where their settings are, and the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const words = useTranslations('newsroom');
  const toast = useToast();
  const leave = async () => {
    try {
      await call('POST', '/api/auth/sign-out');
      location.assign('/sign-in');
    } catch {
      toast(words('shell.sign-out-failed'), { kind: 'error', action: { label: words('ui.retry'), run: leave } });
    }
  };
  return (
    <Menu
      label={words('shell.you', { name: me.name })}
      button={{
        kind: 'quiet',
        className: 'shell__person',
        'aria-label': words('shell.you', { name: me.name }),
        children: <Avatar name={me.name} id={me.id} size={28} title="" />,
      }}
      items={[
        { id: 'who', heading: `${me.name} · ${words(`role.${me.role}`)}` },
        { id: 'people', label: words('shell.people'), icon: 'people', href: '/people' },
        ...(may(me.role, 'audit.read')
          ? [{ id: 'audit', label: words('shell.audit'), icon: 'book' as const, href: '/audit' }]
          : []),
        ...(may(me.role, 'agreement.read')
          ? [{ id: 'agreement', label: words('shell.agreement'), icon: 'scale' as const, href: '/agreement' }]
          : []),
        { id: 'settings', label: words('shell.settings'), icon: 'settings', href: '/settings' },
        { id: 'rule', rule: true },
        { id: 'leave', label: words('shell.sign-out'), icon: 'leave', onSelect: leave },
      ]}
    />
  );
}
