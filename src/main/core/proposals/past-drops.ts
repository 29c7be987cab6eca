import { HeldProposals } from '#shared/rules/cue-triggers/held-proposals.ts';
import { endedLiveShows } from '../alerts/alerts.queries.ts';
import type { RoomContext } from '../room/room-context.ts';
import { proposalFact } from './proposal-facts.ts';
import { proposalFactsOf } from './proposals.queries.ts';

/** Live shows of before whose dropped proposals still count. */
const SHOWS_LEARNT_FROM = 7;

/** What was dropped in the room's last live shows, by rule, since it was last reset. */
export function pastDrops(room: RoomContext, besides: number): ReadonlyMap<string, number> {
  const shows = endedLiveShows(room.db, room.roomId, besides, SHOWS_LEARNT_FROM);
  const held = new HeldProposals();
  for (const { id } of shows.toReversed()) {
    for (const event of proposalFactsOf(room.db, room.roomId, id)) {
      const fact = proposalFact(event);
      if (fact !== null) held.take(fact);
    }
  }
  return held.drops();
}
