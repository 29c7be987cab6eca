import type { RoomContext } from '../room/room-context.ts';
import { blocksOf } from './blocks.queries.ts';
import { timedTerms } from './plan-terms.queries.ts';

/** Inside a commit, as the show goes on air: the plan as it is now, to be compared with afterwards. */
export function fixPlan(room: RoomContext): void {
  const show = room.show();
  if (show === null) return;
  const blocks = blocksOf(room.db, show.id);
  if (blocks.length === 0) return;
  const fromTs = show.startedTs ?? room.showNow();
  const { loops, endTs } = timedTerms(room.db, room.roomId, show.id, fromTs);
  room.writeFact({
    kind: 'plan.fixed',
    blocks: blocks.map(({ id, role, title, plannedMs, rule, group, owner }) => {
      return { blockId: id, role, title, plannedMs, rule, group, owner };
    }),
    loops: [...loops],
    endTs,
  });
}
