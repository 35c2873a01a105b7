import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { eq } from 'drizzle-orm';
import { accounts, people, sessions, twoFactors, verifications } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { inProcess, takeFromProcess } from '../process/in-process';
import { readSettings, type Settings } from '../settings';
import { theStore } from '../store';
import { codesOnce } from './codes-once';
import { theSecret } from './secret';

/** A session ends after two weeks, used or not: work that waits for a sign-in is kept in the browser meanwhile. */
const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** The name of the session cookie. With https it is one that no other host and no plain http can set (ASVS 5, 3.3.1). */
export const sessionCookie = ({ secure }: Settings) => (secure ? '__Host-stet.session' : 'stet.session');

function makeAuth(store: Store, secret: string, settings: Settings) {
  const cookie = { secure: settings.secure, httpOnly: true, sameSite: 'lax', path: '/' } as const;
  return betterAuth({
    appName: 'Stet',
    baseURL: settings.origin,
    secret,
    telemetry: { enabled: false },
    // It would name e-mail addresses; what is worth knowing stands in the request's own line.
    logger: { disabled: true },
    database: drizzleAdapter(store.auth, {
      provider: 'sqlite',
      schema: {
        user: people,
        session: sessions,
        account: accounts,
        verification: verifications,
        twoFactor: twoFactors,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        active: { type: 'boolean', input: false },
      },
    },
    // Coming in is a matter of invitations, and one transaction: `admitPerson` does it.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    // Codes by RFC 6238: six digits, half a minute. A challenge allows five tries, an account ten in a row.
    plugins: [twoFactor({ issuer: 'Stet' }), codesOnce(store)],
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    // `throttle.ts` knows both the account and the address; better-auth's limiter sees the address alone.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: { name: sessionCookie(settings), attributes: cookie },
        two_factor: { name: `${sessionCookie(settings)}-code`, attributes: cookie },
        dont_remember: { name: `${sessionCookie(settings)}-only`, attributes: cookie },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => crypto.randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const [person] = await store.read
              .select({ active: people.active })
              .from(people)
              .where(eq(people.id, userId));
            if (!person?.active) throw new APIError('FORBIDDEN', { code: 'person-inactive' });
          },
        },
      },
    },
  });
}
export type Auth = ReturnType<typeof makeAuth>;

export interface SignedCookies {
  readonly auth: Auth;
  readonly secret: string;
  readonly settings: Settings;
}

/** better-auth over the store of this process, and what signs its cookies. */
export function theAuth(): Promise<SignedCookies> {
  return inProcess('auth', async () => {
    const settings = readSettings();
    const secret = await theSecret(settings.folder);
    return { auth: makeAuth(await theStore(), secret, settings), secret, settings };
  });
}

/** Lets go of it, when the store closes. */
export function forgetAuth(): void {
  takeFromProcess('auth');
}
