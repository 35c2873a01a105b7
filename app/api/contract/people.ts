import { z } from 'zod';
import {
  ChangePassword,
  CreateInvitation,
  CreateToken,
  GiveCode,
  Invitation,
  MadeInvitation,
  MadeToken,
  Me,
  PatchPerson,
  Person,
  SignIn,
  SignUp,
  Token,
  WithPassword,
} from '@/core/newsroom/person';
import { page } from '@/core/record';
import { operation } from './operation';
import { Paged } from './paging';

const SignedIn = z.looseObject({
  token: z.string().nullable().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  twoFactorRedirect: z.boolean().optional().describe('The password was right; a code is asked for next.'),
});
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

export const beginTwoFactor = operation({
  method: 'POST',
  path: '/api/auth/two-factor/enable',
  summary: 'Make a secret for one-time codes (TOTP); a first code then turns them on',
  by: 'signed-in',
  body: WithPassword,
  answers: {
    200: {
      says: 'What an authenticator app takes, and codes for when it is lost: both are shown this once',
      schema: z.looseObject({ totpURI: z.string(), backupCodes: z.array(z.string()) }),
    },
  },
});

export const takeCode = operation({
  method: 'POST',
  path: '/api/auth/two-factor/verify-totp',
  summary: 'Give the code of the app: to end signing in, or to turn codes on',
  description: `After a sign-in that answered twoFactorRedirect, or while setting codes up. A code is taken once. ${cookie}`,
  by: 'open',
  body: GiveCode,
  answers: { 200: { says: 'Signed in', schema: SignedIn } },
});

export const takeBackupCode = operation({
  method: 'POST',
  path: '/api/auth/two-factor/verify-backup-code',
  summary: 'End signing in with one of the codes for when the app is lost, which is then used up',
  by: 'open',
  body: GiveCode,
  answers: { 200: { says: 'Signed in', schema: SignedIn } },
});

export const renewBackupCodes = operation({
  method: 'POST',
  path: '/api/auth/two-factor/generate-backup-codes',
  summary: 'Make other codes for when the app is lost',
  by: 'signed-in',
  body: WithPassword,
  answers: {
    200: { says: 'The codes, shown this once', schema: z.looseObject({ backupCodes: z.array(z.string()) }) },
  },
});

export const endTwoFactor = operation({
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  summary: 'Ask for no one-time codes any more',
  by: 'signed-in',
  body: WithPassword,
  answers: { 200: { says: 'Turned off', schema: z.looseObject({ status: z.boolean() }) } },
});

export const resetTwoFactor = operation({
  method: 'DELETE',
  path: '/api/people/{id}/two-factor',
  summary: 'Take away the one-time codes of somebody who has lost the app; they are signed out',
  by: 'person.change',
  answers: { 204: { says: 'Taken away' } },
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
  description: 'Restricted articles that nobody else may open are open to whoever closes the account from then on.',
  by: 'person.change',
  body: PatchPerson,
  ifMatch: 'must',
  answers: { 200: { says: 'The person as they now stand', schema: Person } },
});

export const leaving = operation({
  method: 'GET',
  path: '/api/people/{id}/leaving',
  summary:
    'How many restricted articles would be nobody’s to open, were this account closed; they go to whoever closes it',
  by: 'person.change',
  answers: { 200: { says: 'How many', schema: z.object({ articles: z.number().int() }) } },
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
