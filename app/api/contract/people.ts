import { z } from 'zod';
import {
  ChangePassword,
  CreateInvitation,
  CreateToken,
  Invitation,
  MadeInvitation,
  MadeToken,
  Me,
  PatchPerson,
  Person,
  SignIn,
  SignUp,
  Token,
} from '@/core/newsroom/person';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

const SignedIn = z.looseObject({ token: z.string().nullable(), user: z.looseObject({ id: z.string() }) });
const cookie = 'The session comes as an HttpOnly cookie.';

export const signUp = operation({
  method: 'POST',
  path: '/api/auth/sign-up/email',
  summary: 'Make an account: the first one founds the newsroom, the others are invited',
  description: `The first account on an empty store is its admin, and newsroom names the newsroom. After that the body carries the token of an invitation, which decides the role and is used once. ${cookie}`,
  by: 'open',
  body: SignUp,
  answers: { 200: { says: 'Signed in', schema: SignedIn } },
});

export const signIn = operation({
  method: 'POST',
  path: '/api/auth/sign-in/email',
  summary: 'Sign in',
  description: `Throttled by account and address together: past the limit 429 with Retry-After. ${cookie}`,
  by: 'open',
  body: SignIn,
  answers: { 200: { says: 'Signed in', schema: SignedIn } },
});

export const signOut = operation({
  method: 'POST',
  path: '/api/auth/sign-out',
  summary: 'End the session',
  by: 'open',
  answers: { 200: { says: 'Signed out', schema: z.looseObject({ success: z.boolean() }) } },
});

export const getSession = operation({
  method: 'GET',
  path: '/api/auth/get-session',
  summary: 'The session of the cookie and whose it is, or null',
  by: 'open',
  answers: { 200: { says: 'The session', schema: z.looseObject({}).nullable() } },
});

export const changePassword = operation({
  method: 'POST',
  path: '/api/auth/change-password',
  summary: 'Change the own password; every other session ends',
  by: 'signed-in',
  body: ChangePassword,
  answers: { 200: { says: 'Changed; a new session comes as a cookie', schema: SignedIn } },
});

export const me = operation({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is calling',
  by: 'signed-in',
  answers: { 200: { says: 'The caller', schema: Me } },
});

export const listPeople = operation({
  method: 'GET',
  path: '/api/people',
  summary: 'The people of the newsroom, by name',
  by: 'person.list',
  query: Paged,
  answers: { 200: { says: 'One page of people', schema: page(Person) } },
});

export const changePerson = operation({
  method: 'PATCH',
  path: '/api/people/{id}',
  summary: 'Change a role, or close and open an account; a closed one is signed out at once',
  by: 'person.change',
  body: PatchPerson,
  ifMatch: 'must',
  answers: { 200: { says: 'The person as they now stand', schema: Person } },
});

export const listInvitations = operation({
  method: 'GET',
  path: '/api/invitations',
  summary: 'The invitations that can still be used or have been, newest first',
  by: 'person.invite',
  query: Paged,
  answers: { 200: { says: 'One page of invitations', schema: page(Invitation) } },
});

export const createInvitation = operation({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite somebody to a role; with email, that address alone may use it',
  by: 'person.invite',
  body: CreateInvitation,
  answers: { 201: { says: 'The invitation; its token and link are shown this once', schema: MadeInvitation } },
});

export const withdrawInvitation = operation({
  method: 'DELETE',
  path: '/api/invitations/{id}',
  summary: 'Withdraw an invitation that nobody has used',
  by: 'person.invite',
  answers: { 204: { says: 'Withdrawn' } },
});

export const listTokens = operation({
  method: 'GET',
  path: '/api/tokens',
  summary: "The caller's own tokens, newest first",
  by: 'signed-in',
  query: Paged,
  answers: { 200: { says: 'One page of tokens', schema: page(Token) } },
});

export const createToken = operation({
  method: 'POST',
  path: '/api/tokens',
  summary: "A token for a program, with its owner's rights",
  by: 'signed-in',
  body: CreateToken,
  answers: { 201: { says: 'The token; shown this once', schema: MadeToken } },
});

export const revokeToken = operation({
  method: 'DELETE',
  path: '/api/tokens/{id}',
  summary: 'Revoke a token of the own',
  by: 'signed-in',
  answers: { 204: { says: 'Revoked' } },
});
