'use client';
import { createContext, useContext } from 'react';
import { unapproved } from '@/core/article/stage';
import { isShownBlind, isUnsettled } from '@/core/claim/blind';
import type { Claim, ClaimStatus } from '@/core/claim/claim';
import { refusalToApprove } from '@/core/claim/life';
import { moveOf } from '@/core/claim/moves';
import { waits } from '@/core/claim/open-threads';
import { approversNeeded } from '@/core/claim/unmet-rules';
import { may } from '@/core/newsroom/rights';
import type { Means, OpenOptions } from './means';
import { docOf, passageOf, placesOf } from './places';
import type { Passage } from './state/desk-store';
import { createTextActions } from './text-actions';
import { stepOf, steps, visibleClaims } from './visible';

/** What keys, buttons and marks do at the desk, whatever they are. */
export type DeskActions = ReturnType<typeof createDeskActions>;

export function createDeskActions({ store, view, article, toast, say }: Means) {
  const desk = () => store.getSnapshot();
  const claimNow = (): Claim | undefined => {
    const { active } = view.get();
    return active ? desk().claimById.get(active.claimId) : undefined;
  };
  const allowed = (right: Parameters<typeof may>[1]) => may(desk().me.role, right);
  const announce = (words: string) => view.set({ said: { words, turn: view.get().said.turn + 1 } });

  /** Opens a claim. False where the desk has no such claim. */
  function open(claimId: string, { anchorId, focus, citationId, scroll = false }: OpenOptions = {}): boolean {
    const claim = desk().claimById.get(claimId);
    if (!claim) return false;
    const places = placesOf(claim);
    const place = places.find((one) => one.id === anchorId) ?? places[0];
    if (scroll && place) article.current?.scrollTo(place.from);
    view.set({
      active: { claimId, anchorId: place?.id ?? null, from: place?.from ?? null },
      focus: focus ? { target: focus, citationId } : view.get().focus,
      list: false,
      turn: view.get().turn + 1,
    });
    return true;
  }

  /** Keeps the open claim at its place when the place gets another id, and finds it another when the place goes. */
  function followPlace() {
    const { active } = view.get();
    const places = placesOf(claimNow() ?? { anchors: [] });
    if (!active || places.some(({ id }) => id === active.anchorId)) return;
    const place = places.find(({ from }) => from === active.from) ?? places[0];
    if ((place?.id ?? null) === active.anchorId) return;
    view.set({ active: { ...active, anchorId: place?.id ?? null, from: place?.from ?? null } });
  }

  /** Closes the card and gives the focus back to its words. */
  function close() {
    const { active } = view.get();
    const claim = claimNow();
    const place = claim && placesOf(claim).find((one) => one.id === active?.anchorId);
    const here = document.activeElement;
    const inCard = here === document.body || Boolean(here?.closest('[data-card]'));
    view.set({ active: null, turn: view.get().turn + 1 });
    if (!inCard) return;
    if (place) article.current?.select(place.from, place.from);
    else article.current?.focus();
  }

  /** Goes into the open card, or opens the claim that the article's caret is in. */
  function openHere() {
    const { active } = view.get();
    const caret = article.current?.caret() ?? -1;
    const inside = desk()
      .claims.flatMap((claim) => placesOf(claim).map((place) => ({ claim, place })))
      .filter(({ place }) => place.from <= caret && caret <= place.to)
      .sort((a, b) => a.place.to - a.place.from - (b.place.to - b.place.from));
    const here = inside.find(({ claim }) => claim.id === active?.claimId) ?? inside[0];
    if (here) open(here.claim.id, { anchorId: here.place.id, focus: 'card' });
    else if (active) open(active.claimId, { anchorId: active.anchorId, focus: 'card' });
  }

  /** Esc: from a field to its card; else the list over the article, the selection or the card, whichever is innermost. */
  function closeInnermost() {
    const { list, selection, active } = view.get();
    const here = document.activeElement;
    const inCard = here?.closest<HTMLElement>('[data-card]');
    if (inCard && here?.matches('input, textarea, select')) inCard.focus({ preventScroll: true });
    else if (list) view.set({ list: false });
    else if (selection && !inCard) article.current?.clearSelection();
    else if (active) close();
  }

  /** Opens the next or previous claim of the list; without an open one, the nearest from the cursor on. */
  function step(by: 1 | -1) {
    const list = visibleClaims(desk(), view.get());
    const { active } = view.get();
    const at = active ? list.findIndex((claim) => claim.id === active.claimId) : -1;
    let next: Claim | undefined;
    if (at >= 0) next = list[at + by];
    else {
      const cursor = article.current?.caret() ?? 0;
      const after = list.findIndex((claim) => (placesOf(claim)[0]?.from ?? Number.MAX_SAFE_INTEGER) >= cursor);
      next = by === 1 ? list[after] : list[after === -1 ? list.length - 1 : after - 1];
      next ??= list[0];
    }
    if (next) open(next.id, { focus: 'card', scroll: true });
    else announce(say(list.length === 0 ? 'said.none' : by === 1 ? 'said.last' : 'said.first'));
  }

  /** Marks the selected words, and `also` other places, as one claim and opens its card for the reason. */
  function mark({ verdict = null, also = [] }: { verdict?: string | null; also?: readonly Passage[] } = {}) {
    const { selection } = view.get();
    if (!selection || !allowed('claim.change')) return;
    const state = desk();
    const doc = docOf(state.article.doc);
    const passages = [passageOf(doc, selection.from, selection.to), ...also];
    const { claimId } = store.markClaim({ passages, verdict });
    view.set({ selection: null, filter: 'all', verdict: null });
    article.current?.clearSelection();
    const claim = desk().claimById.get(claimId);
    const here = claim?.anchors.find((anchor) => anchor.from === selection.from);
    open(claimId, { anchorId: here?.id, focus: 'rationale' });
    announce(say('said.marked', { number: desk().numberOf.get(claimId) ?? 0, places: passages.length }));
  }

  /** Whether this person has yet to judge a claim blind: its card takes their check, and nothing else is theirs to do. */
  const blind = (claimId: string) => {
    const claim = desk().claimById.get(claimId);
    return claim !== undefined && isShownBlind(desk().me.id, claim);
  };

  function setVerdict(claimId: string, verdict: string | null) {
    if (!allowed('claim.change')) return;
    if (blind(claimId)) return void open(claimId, { focus: 'verdict' });
    const claim = desk().claimById.get(claimId);
    const stale = claim?.anchors.some(({ state }) => state === 'changed');
    // The same verdict on words that changed means that it still holds of them.
    if (claim && stale && verdict !== null && verdict === claim.verdict) return text.confirm(claimId);
    store.changeClaim(claimId, { verdict });
    const label = desk().scale.verdicts.find((one) => one.key === verdict)?.label;
    announce(label ? say('said.verdict', { verdict: label }) : say('said.no-verdict'));
  }

  /** A digit: marks the selected words with that verdict, or judges the open claim. */
  function digit(number: number) {
    const verdict = desk().scale.verdicts[number - 1];
    if (!verdict) return;
    if (view.get().selection) return mark({ verdict: verdict.key });
    const claim = claimNow();
    if (claim) setVerdict(claim.id, verdict.key);
  }

  /** Why this person may not approve a claim, in words; null where they may. */
  function refusalOf(claim: Claim): string | null {
    const { me, house } = desk();
    const refusal = refusalToApprove(claim, { by: me.id, role: me.role, at: '' }, house);
    if (refusal) return say(`approval.refused.${refusal.code}`, refusal.values);
    // Whoever approves stands behind the words that are there now.
    return claim.anchors.some(({ state }) => state === 'changed') ? say('approval.refused.words-changed') : null;
  }

  function approve(claimId: string) {
    const claim = desk().claimById.get(claimId);
    if (!claim || claim.status === 'approved' || !allowed('claim.approve')) return;
    if (claim.comments.some(waits)) return announce(say('said.query-waits'));
    if (blind(claimId) || isUnsettled(claim.check)) return announce(say('said.check-waits'));
    const refusal = refusalOf(claim);
    if (refusal) return toast(refusal);
    const done = store.approve(claimId);
    const now = desk().claimById.get(claimId);
    const more = now?.status === 'approved' ? 0 : approversNeeded(claim, desk().house) - (now?.approvals.length ?? 0);
    if (more > 0) return toast(say('said.approved-one-of', { more }), { undo: done.undo });
    const left = unapproved(desk().claims);
    toast(say('said.approved', { left }), { undo: done.undo });
  }

  function setStatus(claimId: string, status: ClaimStatus) {
    if (status === 'approved') return approve(claimId);
    const claim = desk().claimById.get(claimId);
    if (!claim || claim.status === status || blind(claimId)) return;
    if (moveOf(claim.status, status, 'hand', desk().me.role) !== 'possible')
      return announce(say('said.not-your-move', { from: claim.status }));
    store.changeClaim(claimId, { status });
    announce(say(`status.${status}`));
  }

  function moveStatus(by: 1 | -1) {
    const claim = claimNow();
    const next = claim && steps[stepOf(claim.status) - 1 + by];
    if (claim && next) setStatus(claim.id, next);
  }

  function remove(claimId: string) {
    if (!allowed('claim.change') || blind(claimId)) return;
    const list = visibleClaims(desk(), view.get());
    const at = list.findIndex((claim) => claim.id === claimId);
    const neighbour = list[at + 1] ?? list[at - 1];
    if (view.get().active?.claimId === claimId) close();
    const done = store.deleteClaim(claimId);
    toast(say('said.removed'), {
      undo: () => {
        done.undo();
        open(claimId);
      },
    });
    if (!document.activeElement || document.activeElement === document.body) {
      if (neighbour) open(neighbour.id, { focus: 'card' });
      else article.current?.focus();
    }
  }

  /** Adds the selected words to a claim as another of its places. */
  function addPlace(claimId: string) {
    const { selection } = view.get();
    if (!selection || !allowed('claim.change')) return;
    store.addAnchor(claimId, passageOf(docOf(desk().article.doc), selection.from, selection.to));
    article.current?.clearSelection();
    toast(say('said.place-added'));
  }

  /** Selects the next sentence worth checking that no claim touches. */
  function nextUnmarked() {
    // What was marked a moment ago is still among the sentences that were counted before.
    const marked = desk().claims.flatMap(placesOf);
    const unmarked = view
      .get()
      .unmarked.filter(({ from, to }) => !marked.some((place) => place.from < to && from < place.to));
    view.set({ list: false });
    if (!article.current?.selectNext(unmarked)) announce(say('said.all-covered'));
  }

  const text = createTextActions({ store, view, article, toast, say }, { open, claimNow, allowed, announce });

  function undo() {
    const change = store.undo();
    announce(change ? say('said.undone') : say('said.nothing-to-undo'));
  }

  return {
    open,
    openHere,
    close,
    closeInnermost,
    step,
    mark,
    setVerdict,
    digit,
    approve,
    refusalOf,
    setStatus,
    moveStatus,
    remove,
    addPlace,
    nextUnmarked,
    followPlace,
    ...text,
    undo,
    announce,
    claimNow,
    allowed,
  };
}

export const DeskActionsContext = createContext<DeskActions | null>(null);

export function useDeskActions(): DeskActions {
  const actions = useContext(DeskActionsContext);
  if (!actions) throw new Error('useDeskActions needs a DeskActionsContext above it');
  return actions;
}
