import type { CreateToken, Token } from '@/core/newsroom/person';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { tokenColumns } from '@/db/queries/tokens';
import { tokens } from '@/db/schema/schema';
import type { Store } from '@/db/store';

/** A token for the caller's programs. `tokenHash` is the SHA-256 of what is handed out; the token itself is not kept. */
export async function createToken(
  store: Store,
  call: Call,
  { name, expiresAt, tokenHash }: CreateToken & { tokenHash: string },
): Promise<Token> {
  return store.change(async (tx) => {
    const [made] = await tx
      .insert(tokens)
      .values({
        id: call.newId(),
        personId: call.by.id,
        name,
        tokenHash,
        expiresAt: expiresAt ?? null,
        createdAt: call.at,
      })
      .returning(tokenColumns);
    await appendEvent(tx, call, { kind: 'token.made', after: { tokenId: made!.id, name, expiresAt: made!.expiresAt } });
    return made!;
  });
}
