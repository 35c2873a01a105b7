import { call } from '@/components/interface/call';
import type { CreateScale, PatchScale, Scale } from '@/core/claim/scale';
import type {
  CreateInvitation,
  CreateToken,
  Invitation,
  Newsroom,
  PatchNewsroom,
  PatchPerson,
  Person,
  Token,
} from '@/core/newsroom/person';

/** The calls that change the newsroom itself. Each throws what `call` throws. */
const at = (strings: TemplateStringsArray, id: string) => String.raw({ raw: strings }, encodeURIComponent(id));

export const newsroom = {
  change: (ifMatch: number, body: PatchNewsroom) => call<Newsroom>('PATCH', '/api/newsroom', { body, ifMatch }),
};

export const people = {
  change: (id: string, ifMatch: number, body: PatchPerson) =>
    call<Person>('PATCH', at`/api/people/${id}`, { body, ifMatch }),
  /** How many restricted articles would be nobody's to open, were the account closed. */
  leaving: (id: string) => call<{ articles: number }>('GET', at`/api/people/${id}/leaving`),
};

export const twoFactor = {
  /** The secret and the backup codes are in this answer and never again. */
  begin: (password: string) =>
    call<{ totpURI: string; backupCodes: string[] }>('POST', '/api/auth/two-factor/enable', { body: { password } }),
  give: (code: string) => call<object>('POST', '/api/auth/two-factor/verify-totp', { body: { code } }),
  renew: (password: string) =>
    call<{ backupCodes: string[] }>('POST', '/api/auth/two-factor/generate-backup-codes', { body: { password } }),
  end: (password: string) => call<object>('POST', '/api/auth/two-factor/disable', { body: { password } }),
  reset: (personId: string) => call<undefined>('DELETE', at`/api/people/${personId}/two-factor`),
};

export const invitations = {
  /** The link is in this answer and never again. */
  create: (body: CreateInvitation) => call<Invitation & { url: string }>('POST', '/api/invitations', { body }),
  withdraw: (id: string) => call<undefined>('DELETE', at`/api/invitations/${id}`),
};

export const tokens = {
  /** The token is in this answer and never again. */
  create: (body: CreateToken) => call<Token & { token: string }>('POST', '/api/tokens', { body }),
  revoke: (id: string) => call<undefined>('DELETE', at`/api/tokens/${id}`),
};

export const scales = {
  create: (body: CreateScale) => call<Scale>('POST', '/api/scales', { body }),
  change: (id: string, ifMatch: number, body: PatchScale) =>
    call<Scale>('PATCH', at`/api/scales/${id}`, { body, ifMatch }),
  delete: (id: string, ifMatch: number) => call<undefined>('DELETE', at`/api/scales/${id}`, { ifMatch }),
};
