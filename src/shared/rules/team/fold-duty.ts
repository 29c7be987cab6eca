import type { RoomEvent } from '../../contract/room-event.ts';
import type { OnDuty } from '../../model/assistant.ts';

/** Who is on duty after one more fact of the log: the last one who took over. */
export function foldDuty(duty: OnDuty | null, event: RoomEvent): OnDuty | null {
  if (event.kind !== 'duty.taken') return duty;
  return { seq: event.seq, name: event.name, sinceTs: event.eventTs };
}
