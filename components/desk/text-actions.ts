import type { Claim } from '@/core/claim/claim';
import { matchesFilter } from '@/core/claim/filter';
import type { may } from '@/core/newsroom/rights';
import type { Means, OpenOptions } from './means';

/** What these need of the other actions. */
interface Others {
  open(claimId: string, options?: OpenOptions): boolean;
  claimNow(): Claim | undefined;
  allowed(right: Parameters<typeof may>[1]): boolean;
  announce(words: string): void;
}

/** What keys and buttons do about a text that changes: editing it, and what its changes do to claims. */
export function createTextActions({ store, view, article, toast, say }: Means, others: Others) {
  const { open, claimNow, allowed, announce } = others;
  const desk = () => store.getSnapshot();

  /** What was judged still holds of the words as they are now; goes on to the next claim that waits for this. */
  function confirm(claimId: string) {
    if (!allowed('claim.change')) return;
    store.confirmClaim(claimId);
    const label = desk().scale.verdicts.find((one) => one.key === desk().claimById.get(claimId)?.verdict)?.label;
    announce(label ? say('said.holds', { verdict: label }) : say('said.taken'));
  }

  /** Confirms the open claim where its words changed, else opens the next one whose words did. */
  function recheck() {
    const claim = claimNow();
    if (claim?.anchors.some(({ state }) => state === 'changed')) return confirm(claim.id);
    const waiting = desk().claims.filter((one) => matchesFilter(one, 'recheck', desk().me.id));
    const at = claim ? desk().claims.indexOf(claim) : -1;
    const next = waiting.find((one) => desk().claims.indexOf(one) > at) ?? waiting[0];
    if (next) open(next.id, { focus: 'card', scroll: true });
    else announce(say('said.no-recheck'));
  }

  /** Shows words of the text, without opening or changing anything. */
  function show(from: number, to: number) {
    article.current?.select(from, to);
  }

  /** Changes the words from here on. */
  function edit() {
    if (!allowed('text.change') || desk().article.deletedAt) return;
    article.current?.clearSelection();
    view.set({ mode: 'editing', selection: null, list: false });
    announce(say('said.editing'));
  }

  /** Goes back to checking them. */
  function check() {
    if (view.get().mode === 'checking') return;
    view.set({ mode: 'checking' });
    article.current?.focus();
    announce(say('said.checking'));
  }

  /** What the person typed has gone with words that somebody took away: it is told, and can be had again. */
  function tellGone(words: string) {
    if (!words.trim()) return;
    const copy = { label: say('said.copy'), run: () => void navigator.clipboard.writeText(words) };
    toast(say('said.words-gone', { words }), { kind: 'error', action: copy });
  }

  /** What editing needs could not be fetched. */
  function cannotEdit() {
    view.set({ mode: 'checking' });
    toast(say('said.cannot-edit'), { kind: 'error' });
  }

  return { confirm, recheck, show, edit, check, cannotEdit, tellGone };
}
