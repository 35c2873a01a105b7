import type { DeskCommands } from './commands';
import { aboutClaim, claimPath, type Desk } from './deed';

type CheckCommands = Pick<DeskCommands, 'giveCheck' | 'decideCheck'>;

/** The commands about a second check; asking for one is a change of the claim's `secondCheckerId`. */
export function checkCommandsOf(desk: Desk): CheckCommands {
  return {
    giveCheck(claimId, verdict, rationale) {
      const body = { id: desk.making().newId(), verdict, rationale };
      const about = { kind: 'check.given', field: 'check', ...aboutClaim(claimId) } as const;
      desk.queue({ ...about, method: 'POST', path: `${claimPath(claimId)}/checks`, body, value: verdict }, 'now');
    },
    decideCheck(claimId, verdict, reason) {
      const about = { kind: 'check.decided', field: 'check', ...aboutClaim(claimId) } as const;
      const body = { verdict, reason };
      desk.queue({ ...about, method: 'POST', path: `${claimPath(claimId)}/decide`, body, value: verdict }, 'now');
    },
  };
}
