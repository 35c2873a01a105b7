import { inProcess } from '@/app/process/in-process';

/** Somebody who has the article open: where they are, as they said it last. */
export interface Present {
  readonly desk: string;
  readonly personId: string;
  readonly claimId: string | null;
  readonly editing: boolean;
}

interface Seat {
  present: Present;
  readonly tell: (present: readonly Present[]) => void;
}

/**
 * Who has which article open, by article, person and desk: nobody can take another's seat. It is as true as the streams that are open and is kept nowhere: who comes back
 * after an outage says again where they are.
 */
const seats = (): Map<string, Map<string, Seat>> => inProcess('presence', () => new Map());

/** Takes a seat for a desk that listens, and tells everybody there, the newcomer too. Returns how to leave. */
export function sitDown(articleId: string, desk: string, personId: string, tell: Seat['tell']): () => void {
  const article = seats().get(articleId) ?? new Map<string, Seat>();
  seats().set(articleId, article);
  const seat: Seat = { present: { desk, personId, claimId: null, editing: false }, tell };
  const key = keyOf(seat.present);
  article.set(key, seat);
  tellAll(articleId);
  return () => {
    // A desk that came back before its old stream was known to be gone has taken the seat anew.
    if (article.get(key) !== seat) return;
    article.delete(key);
    if (article.size === 0) seats().delete(articleId);
    else tellAll(articleId);
  };
}

/** Says where somebody is. Only the one who sits there can. */
export function move(articleId: string, present: Present): void {
  const seat = seats().get(articleId)?.get(keyOf(present));
  if (!seat) return;
  seat.present = present;
  tellAll(articleId);
}

const keyOf = ({ desk, personId }: Pick<Present, 'desk' | 'personId'>) => `${personId} ${desk}`;

function tellAll(articleId: string): void {
  const article = [...(seats().get(articleId)?.values() ?? [])];
  const present = article.map((seat) => seat.present);
  for (const { tell } of article) tell(present);
}
