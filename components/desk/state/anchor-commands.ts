import type { Anchor } from '@/core/claim/claim';
import type { DeskCommands, Passage } from './commands';
import { aboutClaim, claimPath, type Desk, done, notDone, selectorOf } from './deed';
import type { Change, DeskState } from './desk-state';
import { provisionalAnchor } from './provisional';

type AnchorCommands = Pick<DeskCommands, 'addAnchor' | 'dropAnchor' | 'moveAnchor'>;

/** The commands about the places where an article makes a claim. */
export function anchorCommandsOf(desk: Desk): AnchorCommands {
  const anchorNow = (claimId: string, anchorId: string) =>
    desk
      .state()
      .claimById.get(claimId)
      ?.anchors.find(({ id }) => id === anchorId);

  const commands: AnchorCommands = {
    addAnchor(claimId, passage) {
      const anchor = provisionalAnchor(passage, desk.making());
      const body = selectorOf(passage, desk.state());
      const about = { kind: 'anchor.added', field: 'anchors', ...aboutClaim(claimId) } as const;
      desk.queue(
        { ...about, method: 'POST', path: `${claimPath(claimId)}/anchors`, body, value: body, shown: { anchor } },
        'now',
      );
      const here = (state: DeskState) =>
        state.claimById.get(claimId)?.anchors.find(({ from, to }) => from === passage.from && to === passage.to);
      const change: Change = { ...about, before: null, after: passage.exact };
      return done(
        desk,
        change,
        (state) => here(state) !== undefined,
        () => {
          const now = here(desk.state());
          if (now) commands.dropAnchor(claimId, now.id);
        },
      );
    },

    dropAnchor(claimId, anchorId) {
      const anchor = anchorNow(claimId, anchorId);
      const about = { kind: 'anchor.dropped', field: 'anchors', ...aboutClaim(claimId) } as const;
      const change: Change = { ...about, before: anchor?.exact ?? null, after: null };
      if (!anchor) return notDone(change);
      const putBack = desk.withdraw(anchorId);
      if (!putBack)
        desk.queue(
          { ...about, method: 'DELETE', path: `${claimPath(claimId)}/anchors/{anchorId}`, base: anchor },
          'now',
        );
      const gone = (state: DeskState) =>
        state.claimById.get(claimId)?.anchors.every(({ from, to }) => from !== anchor.from || to !== anchor.to) ??
        false;
      return done(desk, change, gone, () => {
        if (putBack) putBack();
        else if (anchor.from !== null && anchor.to !== null)
          commands.addAnchor(claimId, passageOf({ ...anchor, from: anchor.from, to: anchor.to }));
      });
    },

    moveAnchor(claimId, anchorId, passage) {
      const anchor = anchorNow(claimId, anchorId);
      const about = { kind: 'anchor.moved', field: 'anchors', ...aboutClaim(claimId) } as const;
      const change: Change = { ...about, before: anchor?.current ?? null, after: passage.exact };
      if (!anchor) return notDone(change);
      const { exact: current, from, to, prefix, suffix, start = null, end = null } = passage;
      const state = current === anchor.exact ? 'anchored' : 'changed';
      const moved = { ...anchor, from, to, prefix, suffix, start, end, current, state } as const;
      const body = selectorOf(passage, desk.state());
      const path = `${claimPath(claimId)}/anchors/{anchorId}`;
      desk.queue({ ...about, method: 'PATCH', path, body, value: body, base: anchor, shown: { anchor: moved } }, 'now');
      const stands = (now: DeskState) =>
        now.claimById.get(claimId)?.anchors.some((one) => one.from === from && one.to === to) ?? false;
      const { from: back, to: until } = anchor;
      // Where it was an orphan there is no place to go back to.
      return done(
        desk,
        change,
        (now) => back !== null && stands(now),
        () => {
          if (back !== null && until !== null)
            commands.moveAnchor(claimId, anchorId, passageOf({ ...anchor, from: back, to: until }));
        },
      );
    },
  };
  return commands;
}

function passageOf({ from, to, exact, prefix, suffix, start, end }: Anchor & { from: number; to: number }): Passage {
  return { from, to, exact, prefix, suffix, ...(start !== null && end !== null && { start, end }) };
}
