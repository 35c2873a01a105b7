import { createHmac } from 'node:crypto';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { spendCode } from '@/db/changes/spend-code';
import { twoFactors } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** How long a code is shown, in milliseconds, and how many codes before and after the present one better-auth takes too. */
const STEP = 30_000;
const AROUND = 1;

/**
 * Has better-auth take a one-time code once (RFC 6238, 5.2): by itself it takes the same one again for as long as it is good. A right
 * code is used up before better-auth looks at it, so that of two who give it at once only one is let in.
 */
export function codesOnce(store: Store) {
  const handler = createAuthMiddleware(async (ctx) => {
    const personId = (await getSessionFromCtx(ctx))?.user.id ?? (await challenged(ctx));
    const found = personId ? await secretOf(store, personId) : null;
    // Whose code it is, is better-auth's to refuse.
    if (!personId || found === null) return;
    const secret = await symmetricDecrypt({ key: ctx.context.secretConfig, data: found });
    const step = stepOf(String(ctx.body?.code ?? ''), secret, Date.now());
    if (step !== null && !(await spendCode(store, personId, step)))
      throw new APIError('UNAUTHORIZED', { code: 'CODE_USED' });
  });
  return {
    id: 'codes-once',
    hooks: { before: [{ matcher: ({ path }) => path === '/two-factor/verify-totp', handler }] },
  } satisfies BetterAuthPlugin;
}

type Asked = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Who has given a password and has yet to give a code. */
async function challenged(ctx: Asked): Promise<string | undefined> {
  const challenge = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret);
  return challenge ? (await ctx.context.internalAdapter.findVerificationValue(challenge))?.value : undefined;
}

async function secretOf(store: Store, personId: string): Promise<string | null> {
  const [row] = await store.read
    .select({ secret: twoFactors.secret })
    .from(twoFactors)
    .where(eq(twoFactors.userId, personId));
  return row?.secret ?? null;
}

/** The time step whose code this is, among those that are taken now; the latest, should several have the same. */
function stepOf(code: string, secret: string, now: number): number | null {
  const present = Math.floor(now / STEP);
  for (let step = present + AROUND; step >= present - AROUND; step--) if (codeAt(secret, step) === code) return step;
  return null;
}

/** The code of a time step (RFC 4226, 5.3). better-auth takes the secret's characters as its bytes. */
function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
