import type { RoomEvent } from '../../contract/room-event.ts';
import type { Slip } from '../../model/slip.ts';

/** The slips that stand, with one more fact of the log; every other event changes nothing. */
export function foldSlip(slips: readonly Slip[], event: RoomEvent): readonly Slip[] {
  switch (event.kind) {
    case 'slip.logged': {
      const { seq, eventTs: ts, word, slipClass, by, screenId } = event;
      return [...slips, { seq, ts, word, slipClass, by, screenId, cueId: null }];
    }
    case 'slip.withdrawn':
      return slips.filter(({ seq }) => seq !== event.slipSeq);
    case 'slip.described': {
      const { slipSeq, word, slipClass, cueId } = event;
      return slips.map((slip) =>
        slip.seq === slipSeq ? { ...slip, word, slipClass, cueId } : slip,
      );
    }
    default:
      return slips;
  }
}

/** All of a show, from its facts in the order of the log. */
export function foldSlips(events: readonly RoomEvent[]): readonly Slip[] {
  return events.reduce<readonly Slip[]>(foldSlip, []);
}
