import { articleTables } from './articles';
import { claimTables } from './claims';
import { creationTables } from './creations';
import { eventTables } from './events';
import type { Kit } from './kit';
import { newsroomTables } from './newsroom';
import { notificationTables } from './notifications';
import { peopleTables } from './people';
import { scaleTables } from './scales';
import { sourceTables } from './sources';

/** Every table of the store, drawn with one dialect's kit. */
export function tables(kit: Kit) {
  const people = peopleTables(kit);
  const scales = scaleTables(kit);
  const articles = articleTables(kit, { ...people, ...scales });
  const claims = claimTables(kit, { ...people, ...articles });
  return {
    ...newsroomTables(kit),
    ...people,
    ...scales,
    ...articles,
    ...claims,
    ...sourceTables(kit, { ...people, ...claims }),
    ...eventTables(kit, people),
    ...notificationTables(kit, people),
    ...creationTables(kit),
  };
}
