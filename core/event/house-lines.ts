import { roles } from '@/core/newsroom/vocabulary';
import type { Event } from './event';
import { changeOf, inline, personName, type Telling, type Told, who } from './telling';

/** What an event did to scales, people, guests and the newsroom: what no one article, claim or source holds. */
export function houseLines(event: Event, telling: Telling): Told[] {
  return [{ sentence: houseSentence(event, telling) }];
}

function houseSentence(event: Event, telling: Telling): string {
  const { words } = telling;
  const values = { who: who(event, telling) };
  const say = event.after ?? event.before ?? {};
  switch (event.kind) {
    case 'scale.created':
      return words('told.scale.created', { ...values, name: inline(say.name) });
    case 'scale.deleted':
      return words('told.scale.deleted', { ...values, name: inline(event.before?.name) });
    case 'scale.changed':
      return words('told.scale.changed', values);
    case 'person.joined':
      return words('told.person.joined', { name: inline(say.name), role: roleLabel(say.role, telling) });
    case 'person.changed':
      return personSentence(event, telling);
    case 'invitation.made':
      return words('told.invitation.made', { ...values, role: roleLabel(say.role, telling) });
    case 'invitation.withdrawn':
      return words('told.invitation.withdrawn', values);
    case 'token.made':
      return words('told.token.made', { ...values, name: inline(say.name) });
    case 'token.revoked':
      return words('told.token.revoked', { ...values, name: inline(say.name) });
    case 'guest.invited':
      return words('told.guest.invited', { ...values, name: inline(say.name) });
    case 'guest.revoked':
      return words('told.guest.revoked', { ...values, name: inline(say.name) });
    default:
      return words('told.newsroom.changed', values);
  }
}

function personSentence(event: Event, telling: Telling): string {
  const values = { who: who(event, telling), name: personName(event.after?.personId, telling) };
  const role = changeOf(event, 'role');
  const active = changeOf(event, 'active');
  const twoFactor = changeOf(event, 'twoFactor');
  if (twoFactor) return telling.words(twoFactor.to === true ? 'told.person.secured' : 'told.person.unsecured', values);
  if (active && active.from !== active.to)
    return telling.words(active.to === true ? 'told.person.opened' : 'told.person.closed', values);
  if (role && role.from !== role.to)
    return telling.words('told.person.role', { ...values, role: roleLabel(role.to, telling) });
  return telling.words('told.person.changed', values);
}

function roleLabel(key: unknown, { words }: Telling): string {
  const role = roles.find((one) => one === key);
  return role ? words(`role.${role}`) : inline(key);
}
